# ---
# id: asyncio/wait_for_and_timeout
# desc: wait_for and timeout cancel what takes too long, turn that into TimeoutError, and leave other errors alone.
# ref: asyncio-task#timeouts
# features: [asyncio, with]
# ---
import asyncio


async def forever(name="f"):
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print(name, "was cancelled", end="; ")
        raise


async def quick(value):
    await asyncio.sleep(0)
    return value


async def main():
    print(await asyncio.wait_for(quick(1), 5), await asyncio.wait_for(quick(2), None))
    try:
        await asyncio.wait_for(forever(), 0.001)
    except TimeoutError as error:
        print(repr(error), isinstance(error, asyncio.TimeoutError), asyncio.TimeoutError is TimeoutError)
    try:
        await asyncio.wait_for(forever("at once"), 0)
    except TimeoutError as error:
        print("zero", repr(error.__cause__))

    async def raises():
        raise ValueError("own error")

    try:
        await asyncio.wait_for(raises(), 5)
    except ValueError as error:
        print(error)
    async with asyncio.timeout(5) as cm:
        print(await quick(3), cm.expired())
    try:
        async with asyncio.timeout(0.001) as cm:
            await forever("in timeout")
    except TimeoutError as error:
        print(repr(error), repr(error.__cause__), cm.expired())
    async with asyncio.timeout(None) as cm:
        print(await quick(4), cm.when())
    try:
        async with asyncio.timeout(5) as cm:
            cm.reschedule(asyncio.get_running_loop().time() - 1)
            await forever("rescheduled")
    except TimeoutError:
        print("rescheduled into the past", cm.expired())
    try:
        async with asyncio.timeout(0.001):
            try:
                await forever("inner handler")
            except asyncio.CancelledError:
                raise KeyError("replaced") from None
    except KeyError as error:
        print(repr(error))
    try:
        async with asyncio.timeout(10), asyncio.timeout(0.001):
            await forever("nested")
    except TimeoutError:
        print("inner fired")
    try:
        async with asyncio.timeout(5):
            raise LookupError("other error")
    except LookupError as error:
        print(error)
    shielded = asyncio.create_task(quick("shielded"))
    try:
        await asyncio.wait_for(asyncio.shield(shielded), 0)
    except TimeoutError:
        print("timed out but", await shielded)


asyncio.run(main())
