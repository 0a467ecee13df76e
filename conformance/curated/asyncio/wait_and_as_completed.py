# ---
# id: asyncio/wait_and_as_completed
# desc: wait with each return_when, and as_completed in the order of completion.
# ref: asyncio-task#waiting-primitives
# features: [asyncio]
# ---
import asyncio


async def job(name, steps, error=None):
    for _ in range(steps):
        await asyncio.sleep(0)
    if error:
        raise error
    return name


def names(tasks):
    return sorted(task.get_name() for task in tasks)


def start(*specs):
    return [asyncio.create_task(job(*spec), name=spec[0]) for spec in specs]


async def main():
    tasks = start(("a", 1), ("b", 3), ("c", 5))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(pending)
    print(names(done), names(pending))
    tasks = start(("x", 5), ("bad", 2, ValueError("v")), ("y", 1))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(names(done), names(pending), [repr(t.exception()) for t in done if t.exception()])
    await asyncio.wait(tasks)
    done, pending = await asyncio.wait(start(("slow", 10**6)), timeout=0.01)
    print(names(done), names(pending))
    for task in pending:
        task.cancel()
    await asyncio.wait(pending)
    for bad in ([], [job("coroutine", 1)], start(("z", 0))):
        try:
            await asyncio.wait(bad, return_when="WHEN")
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
        for coroutine in bad:
            if asyncio.iscoroutine(coroutine):
                coroutine.close()
            else:
                await coroutine
    order = []
    for next_one in asyncio.as_completed([job("three", 6), job("one", 2), job("two", 4)]):
        order.append(await next_one)
    print(order)
    tasks = start(("p", 4), ("q", 2))
    async for task in asyncio.as_completed(tasks):
        print(task.get_name(), task.result(), task in tasks)
    results = []
    for next_one in asyncio.as_completed([job("ok", 1), job("bad", 3, KeyError("k"))]):
        try:
            results.append(await next_one)
        except KeyError as error:
            results.append(repr(error))
    print(results)


asyncio.run(main())
