# ---
# id: asyncio/task_states_and_results
# desc: done, result, exception, cancelled and callbacks of tasks and futures.
# ref: asyncio-task#asyncio.Task
# features: [asyncio]
# ---
import asyncio


async def value(x):
    await asyncio.sleep(0)
    return x


async def error(x):
    await asyncio.sleep(0)
    raise x


def state(task):
    if not task.done():
        return "pending"
    if task.cancelled():
        return "cancelled"
    if task.exception() is not None:
        return f"failed with {task.exception()!r}"
    return f"result {task.result()!r}"


async def main():
    good, bad, cancelled = (asyncio.create_task(c) for c in (value(5), error(KeyError("k")), value(6)))
    print(state(good), state(bad), state(cancelled))
    for method in (good.result, good.exception):
        try:
            method()
        except asyncio.InvalidStateError as caught:
            print(type(caught).__name__, caught)
    cancelled.cancel()
    await asyncio.wait([good, bad, cancelled])
    print(state(good), state(bad), state(cancelled))
    for task in (good, bad, cancelled):
        try:
            print(task.result())
        except (KeyError, asyncio.CancelledError) as caught:
            print(repr(caught))
    print(good.cancel(), good.cancelled())
    log = []
    task = asyncio.create_task(value("x"))
    task.add_done_callback(lambda t: log.append(("first", t.result())))
    task.add_done_callback(lambda t: log.append(("second", t is task)))
    removed = log.append
    task.add_done_callback(removed)
    print(task.remove_done_callback(removed))
    await task
    print(log)
    await asyncio.sleep(0)
    print(log)
    future = asyncio.get_running_loop().create_future()
    print(future.done(), future.cancelled())
    future.set_result(7)
    print(await future, future.result(), future.done())
    for action in (lambda: future.set_result(8), lambda: future.set_exception(ValueError())):
        try:
            action()
        except asyncio.InvalidStateError as caught:
            print(caught)
    failing = asyncio.get_running_loop().create_future()
    failing.set_exception(LookupError("set from outside"))
    try:
        await failing
    except LookupError as caught:
        print(repr(caught))
    print(
        asyncio.isfuture(future), asyncio.isfuture(5), isinstance(task, asyncio.Future),
        isinstance(task, asyncio.Task),
    )


asyncio.run(main())
