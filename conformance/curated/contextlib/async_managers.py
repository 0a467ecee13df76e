# ---
# id: contextlib/async_managers
# desc: asynccontextmanager, AsyncExitStack, aclosing, and mixing with plain managers, driven by asyncio.
# ref: contextlib#contextlib.asynccontextmanager
# features: [contextlib, coroutine, async_generator]
# ---
import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, nullcontext


@asynccontextmanager
async def resource(name, suppress=()):
    await asyncio.sleep(0)
    print("+" + name, end=" ")
    try:
        yield name
    except suppress as error:
        print(f"swallowed {error!r}", end=" ")
    finally:
        await asyncio.sleep(0)
        print("-" + name, end=" ")


@resource("decorated")
async def work(n):
    return 10 // n


async def numbers():
    try:
        for n in range(5):
            yield n
    finally:
        print("numbers closed", end=" ")


async def main():
    async with resource("a") as a, resource("b"):
        print(a, end=" ")
    print()
    async with resource("s", (KeyError,)):
        raise KeyError("k")
    print()
    try:
        async with resource("t", (KeyError,)):
            raise ValueError("v")
    except ValueError as error:
        print(error)
    print(await work(5))
    async with aclosing(numbers()) as stream:
        async for n in stream:
            if n == 2:
                break
    print(n)
    async with AsyncExitStack() as stack:
        names = [await stack.enter_async_context(resource(n)) for n in "xy"]
        stack.enter_context(nullcontext())
        stack.callback(print, "sync callback", end=" ")

        async def later(text):
            await asyncio.sleep(0)
            print(text, end=" ")

        stack.push_async_callback(later, "async callback")
        print(names, end=" ")
    print()
    async with nullcontext("plain value") as value:
        print(value)
    try:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(resource("outer"))
            await stack.enter_async_context(resource("inner"))
            raise LookupError("through both")
    except LookupError as error:
        print(error)

    @asynccontextmanager
    async def twice():
        yield 1
        yield 2

    try:
        async with twice():
            pass
    except RuntimeError as error:
        print(error)
    for bad in (lambda: stack.enter_async_context(5), lambda: aclosing().x):
        try:
            result = bad()
            await result
        except (TypeError, AttributeError) as error:
            print(type(error).__name__, error)


asyncio.run(main())
try:
    with resource("wrong"):
        pass
except TypeError as error:
    print(error)
