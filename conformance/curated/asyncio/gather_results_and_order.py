# ---
# id: asyncio/gather_results_and_order
# desc: gather runs its awaitables together and keeps their order; results, exceptions and return_exceptions.
# ref: asyncio-task#asyncio.gather
# features: [asyncio]
# ---
import asyncio


async def step(name, count, log):
    for n in range(count):
        log.append(f"{name}{n}")
        await asyncio.sleep(0)
    return name * count


async def fail(name, count, log):
    await step(name, count, log)
    raise ValueError(f"{name} failed")


async def main():
    log = []
    print(await asyncio.gather(step("a", 3, log), step("b", 1, log), step("c", 2, log)))
    print(log)
    print(await asyncio.gather())
    log.clear()
    results = await asyncio.gather(step("a", 1, log), fail("f", 1, log), fail("g", 2, log), return_exceptions=True)
    print([repr(r) for r in results], log)
    log.clear()
    slow = asyncio.create_task(step("slow", 3, log))
    try:
        await asyncio.gather(slow, fail("f", 1, log), fail("never seen", 2, log))
    except ValueError as error:
        print(error, slow.done())
    print(await slow, log)
    same = step("s", 1, log)
    print(await asyncio.gather(same, same))
    nested = asyncio.gather(asyncio.gather(step("x", 1, log), step("y", 2, log)), step("z", 1, log))
    print(await nested)
    print([await c for c in [step("p", 1, log), step("q", 2, log)]])
    squares = await asyncio.gather(*(asyncio.sleep(0, n * n) for n in range(5)))
    print(squares, type(squares).__name__)
    try:
        await asyncio.gather(5)
    except TypeError as error:
        print(error)
    results = await asyncio.gather(*(asyncio.sleep(0.001 * (3 - n), n) for n in range(3)))
    print(results)


asyncio.run(main())
