# ---
# id: asyncio/task_group
# desc: TaskGroup waits for all; a failure cancels the rest and comes out as an exception group.
# ref: asyncio-task#asyncio.TaskGroup
# features: [asyncio, exception_group, with]
# ---
import asyncio


async def ok(name, steps):
    for _ in range(steps):
        await asyncio.sleep(0)
    return name


async def fails(error, steps=1):
    for _ in range(steps):
        await asyncio.sleep(0)
    raise error


async def forever(name):
    try:
        while True:
            await asyncio.sleep(0)
    finally:
        print(name, "stopped")


async def main():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(ok("a", 2))
        b = group.create_task(ok("b", 1), name="named")
        print(a.done(), b.get_name())
    print(a.result(), b.result())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(forever("one"))
            group.create_task(fails(ValueError("v")))
            group.create_task(fails(KeyError("same tick")))
            await asyncio.sleep(10)
            print("never")
    except* ValueError as caught:
        print(repr(caught))
    except* KeyError as caught:
        print(repr(caught))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(forever("two"))
            await asyncio.sleep(0)
            raise LookupError("from the body")
    except* LookupError as caught:
        print(caught.message, repr(caught.exceptions))
    try:
        async with asyncio.TaskGroup() as group:
            cancelled = group.create_task(forever("three"))
            await asyncio.sleep(0)
            cancelled.cancel()
        print("a cancelled child is no error", cancelled.cancelled())
    except BaseException as error:
        print("never", repr(error))

    async def spawn(group, depth):
        if depth:
            group.create_task(spawn(group, depth - 1))
        print("depth", depth, end="; ")

    async with asyncio.TaskGroup() as group:
        group.create_task(spawn(group, 3))
    print()
    try:
        group.create_task(coroutine := ok("late", 1))
    except RuntimeError as error:
        print(str(error).split(">")[-1])
    coroutine.close()
    try:
        async with asyncio.TaskGroup() as outer:
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fails(OSError("deep")))
                outer.create_task(forever("outer child"))
    except* OSError as caught:
        print(repr(caught))


asyncio.run(main())
