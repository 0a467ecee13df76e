# ---
# id: async_generator/iteration_and_cleanup
# desc: async for over generators that await, with break, exceptions, explicit closing and nested delegation.
# ref: 6.2.9.3
# features: [async_generator, asyncio, finally]
# ---
import asyncio
from contextlib import aclosing


async def source(name, n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield f"{name}{i}"
    finally:
        await asyncio.sleep(0)
        print(f"[{name} closed]", end=" ")


async def chain(*generators):
    for generator in generators:
        async with aclosing(generator):
            async for item in generator:
                yield item


async def batched(generator, size):
    batch = []
    async for item in generator:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


async def filtered(generator, predicate):
    async for item in generator:
        if await predicate(item):
            yield item


async def ends_with_even(item):
    await asyncio.sleep(0)
    return int(item[-1]) % 2 == 0


async def main():
    async for item in source("a", 3):
        print(item, end=" ")
    else:
        print("else")
    async with aclosing(source("b", 5)) as gen:
        async for item in gen:
            if item == "b2":
                break
    print(item)
    print([x async for x in chain(source("c", 2), source("d", 1))])
    print([x async for x in batched(source("e", 5), 2)])
    print([x async for x in filtered(source("f", 4), ends_with_even)])
    gen = source("g", 3)
    print(await anext(gen), await anext(gen))
    await gen.aclose()
    print(await anext(gen, "closed"))
    gen = source("h", 2)
    print(await anext(gen))
    try:
        await gen.athrow(ValueError("thrown in"))
    except ValueError as error:
        print(error)
    first, second = source("i", 2), source("j", 3)
    pairs = []
    async for x in first:
        pairs.append((x, await anext(second)))
    print(pairs)
    await second.aclose()
    print()
    async with aclosing(chain(source("k", 2))) as gen:
        try:
            async for item in gen:
                raise LookupError(item)
        except LookupError as error:
            print(repr(error))


asyncio.run(main())
print("end")
