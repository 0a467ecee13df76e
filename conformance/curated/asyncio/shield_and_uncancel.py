# ---
# id: asyncio/shield_and_uncancel
# desc: shield keeps an inner task running while its waiter is cancelled.
# ref: asyncio-task#shielding-from-cancellation
# features: [asyncio]
# ---
import asyncio


async def important(log):
    try:
        for n in range(4):
            log.append(n)
            await asyncio.sleep(0)
        return "finished"
    except asyncio.CancelledError:
        log.append("inner cancelled")
        raise


async def main():
    log = []
    inner = asyncio.create_task(important(log))
    waiter = asyncio.create_task(wait(asyncio.shield(inner)))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    waiter.cancel()
    await asyncio.wait([waiter])
    print(waiter.cancelled(), inner.done())
    print(await inner, log)
    log.clear()
    inner = asyncio.create_task(important(log))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    inner.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("the inner task was cancelled itself", log, outer.cancelled())

    async def fails():
        await asyncio.sleep(0)
        raise ValueError("shielded error")

    try:
        await asyncio.shield(fails())
    except ValueError as error:
        print(error)
    print(await asyncio.shield(asyncio.sleep(0, "value")))

    async def counts():
        task = asyncio.current_task()
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            before = task.cancelling()
            task.uncancel()
            return before, task.cancelling()

    task = asyncio.create_task(counts())
    await asyncio.sleep(0)
    task.cancel()
    print(await task, task.cancelled())


async def wait(future):
    return await future


asyncio.run(main())
