# ---
# id: asyncio/run_and_sleep
# desc: asyncio.run runs one coroutine to its end and gives its result or its exception; how it is misused.
# ref: asyncio-runner
# features: [asyncio, coroutine]
# ---
import asyncio


async def work(name, steps):
    for step in range(steps):
        print(name, step, end="; ")
        await asyncio.sleep(0)
    return f"{name} done"


async def main():
    print(await work("a", 2))
    print(await asyncio.sleep(0, "result of sleep"), await asyncio.sleep(0))
    return [await work("b", 1), await work("c", 0)]


print(asyncio.run(main()))
print(asyncio.run(work("again", 1)))


async def fails():
    await asyncio.sleep(0)
    raise ValueError("from the coroutine")


try:
    asyncio.run(fails())
except ValueError as error:
    print(type(error).__name__, error)


async def nested():
    inner = work("inner", 1)
    try:
        asyncio.run(inner)
    except RuntimeError as error:
        print(error)
    inner.close()
    return asyncio.iscoroutine(inner), asyncio.iscoroutine(work)


print(asyncio.run(nested()))
for bad in (5, work, None, "text"):
    try:
        asyncio.run(bad)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, str(error).split(" at ")[0].split("<function")[0])


async def running():
    loop = asyncio.get_running_loop()
    return loop.is_running(), loop.is_closed()


print(asyncio.run(running()))
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
