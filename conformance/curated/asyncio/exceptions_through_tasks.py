# ---
# id: asyncio/exceptions_through_tasks
# desc: Exceptions keep their class, causes and notes across awaits, gather and nested tasks.
# ref: asyncio-task
# features: [asyncio, chaining]
# ---
import asyncio


class AppError(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code


async def low(code):
    await asyncio.sleep(0)
    raise AppError(code)


async def middle(code):
    try:
        return await low(code)
    except AppError as error:
        error.add_note(f"seen in middle with {error.code}")
        if code > 1:
            raise LookupError("translated") from error
        raise


async def suppresses(code):
    try:
        await asyncio.create_task(middle(code))
    except (AppError, LookupError) as error:
        return type(error).__name__, str(error), getattr(error, "__notes__", None), repr(error.__cause__)


async def in_finally():
    try:
        await low(7)
    finally:
        await asyncio.sleep(0)
        print("finally before the error")


async def replaces():
    try:
        await low(8)
    except AppError:
        await low(9)


async def main():
    for code in (1, 2):
        print(await suppresses(code))
    try:
        await in_finally()
    except AppError as error:
        print(error)
    try:
        await replaces()
    except AppError as error:
        print(error, "| context", error.__context__)
    task = asyncio.create_task(low(3))
    for _ in range(2):
        try:
            await task
        except AppError as error:
            print(error.code, error is task.exception())
    results = await asyncio.gather(low(4), middle(5), asyncio.sleep(0, "fine"), return_exceptions=True)
    print([repr(r) for r in results])

    async def exits():
        await asyncio.sleep(0)
        raise StopIteration("s")

    try:
        await exits()
    except RuntimeError as error:
        print(error)
    return "result"


print(asyncio.run(main()))
try:
    asyncio.run(middle(6))
except LookupError as error:
    print(repr(error), repr(error.__cause__))


async def uncaught_but_in_a_handler():
    try:
        await asyncio.gather(low(10), low(11))
    except AppError as error:
        return error.code


print(asyncio.run(uncaught_but_in_a_handler()))
