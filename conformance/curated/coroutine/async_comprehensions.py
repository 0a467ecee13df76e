# ---
# id: coroutine/async_comprehensions
# desc: Comprehensions with async for, await and both mixed with plain loops, nested and with conditions.
# ref: 6.2.8
# features: [coroutine, comprehension, async_generator]
# ---
class Tick:
    def __await__(self):
        yield "tick"


async def agen(n):
    for i in range(n):
        await Tick()
        yield i


async def twice(x):
    await Tick()
    return x * 2


async def odd(x):
    return x % 2 == 1


async def main():
    print([x async for x in agen(4)])
    print([x async for x in agen(5) if x % 2], {x async for x in agen(3)}, {x: str(x) async for x in agen(3)})
    print([await twice(x) for x in range(3)], [await twice(x) async for x in agen(3) if await odd(x)])
    print([(x, y) async for x in agen(2) for y in "ab"], [(x, y) for x in "ab" async for y in agen(2)])
    print([[y async for y in agen(x)] async for x in agen(4)], [[await twice(y) for y in range(x)] for x in range(3)])
    gen = (x * 10 async for x in agen(3))
    print(type(gen).__name__, [x async for x in gen], [x async for x in gen])
    lazy = (await twice(x) for x in [1, 2])
    print(type(lazy).__name__, [x async for x in lazy])
    print(sum([x async for x in agen(5)]), max([await twice(x) for x in (3, 1)]))
    x = "outer"
    result = [x async for x in agen(2)]
    print(x, result, [y := x async for x in agen(3)], y)
    try:
        print([x for x in agen(2)])
    except TypeError as error:
        print(error)
    try:
        print([x async for x in [1, 2]])
    except TypeError as error:
        print(error)
    try:
        print(list(x async for x in agen(2)))
    except TypeError as error:
        print(error)
    print({k: v for k, v in [(await twice(1), await twice(2))]})
    return [10 // x async for x in agen(3)]


def drive(coroutine):
    ticks = 0
    while True:
        try:
            coroutine.send(None)
            ticks += 1
        except StopIteration as stop:
            return stop.value
        except ZeroDivisionError:
            print("ticks", ticks)
            raise


drive(main())
