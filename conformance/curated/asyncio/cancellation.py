# ---
# id: asyncio/cancellation
# desc: cancel raises CancelledError at the await; cleanup, catching it, messages and repeated requests.
# ref: asyncio-task#task-cancellation
# features: [asyncio, finally]
# ---
import asyncio


async def worker(name):
    try:
        while True:
            await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        print(name, "cancelled", error.args)
        raise
    finally:
        print(name, "finally")


async def stubborn():
    caught = 0
    while caught < 2:
        try:
            await asyncio.sleep(0)
        except asyncio.CancelledError:
            caught += 1
    return f"survived {caught}"


async def cleans_up():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(0)
        print("awaited in finally")


async def main():
    task = asyncio.create_task(worker("a"))
    await asyncio.sleep(0)
    print(task.cancel("with a message"), task.cancelling(), task.done())
    try:
        await task
    except asyncio.CancelledError as error:
        print("main sees", error.args, task.cancelled())
    early = asyncio.create_task(worker("never started"))
    early.cancel()
    print(await asyncio.gather(early, return_exceptions=True), early.cancelled())
    s = asyncio.create_task(stubborn())
    for _ in range(3):
        await asyncio.sleep(0)
        s.cancel()
    print(await s, s.cancelled(), s.cancelling())
    c = asyncio.create_task(cleans_up())
    await asyncio.sleep(0)
    c.cancel()
    await asyncio.wait([c])
    print(c.cancelled())

    async def outer():
        try:
            await worker("inner")
        except asyncio.CancelledError:
            print("outer passes it on")
            raise

    o = asyncio.create_task(outer())
    await asyncio.sleep(0)
    o.cancel()
    await asyncio.wait([o])
    print(o.cancelled(), issubclass(asyncio.CancelledError, Exception), asyncio.CancelledError.__mro__[1].__name__)
    waiting = asyncio.create_task(group())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.wait([waiting])
    print("group", waiting.cancelled())
    asyncio.current_task().cancel()
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        print("cancelled myself", asyncio.current_task().cancelling(), asyncio.current_task().uncancel())


async def group():
    await asyncio.gather(worker("g1"), worker("g2"))


asyncio.run(main())
