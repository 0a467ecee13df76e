# ---
# id: asyncio/common_patterns
# desc: Common idioms: bounded map, retry, cache of tasks, pipelines, racing and periodic work.
# ref: asyncio-task
# features: [asyncio, function]
# ---
import asyncio


async def bounded_map(function, items, limit):
    semaphore = asyncio.Semaphore(limit)

    async def run(item):
        async with semaphore:
            return await function(item)

    return await asyncio.gather(*map(run, items))


async def retry(function, times):
    errors = []
    for attempt in range(times):
        try:
            return await function(attempt)
        except ValueError as error:
            errors.append(error)
            await asyncio.sleep(0)
    raise ExceptionGroup(f"failed {times} times", errors)


class TaskCache:
    def __init__(self, function):
        self.function, self.tasks, self.calls = function, {}, 0

    async def get(self, key):
        if key not in self.tasks:
            self.calls += 1
            self.tasks[key] = asyncio.create_task(self.function(key))
        return await self.tasks[key]


async def race(*coroutines):
    tasks = [asyncio.create_task(c) for c in coroutines]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    return sorted(task.result() for task in done), len(pending)


async def square(n):
    await asyncio.sleep(0)
    return n * n


async def flaky(attempt):
    await asyncio.sleep(0)
    if attempt < 2:
        raise ValueError(f"attempt {attempt}")
    return f"worked at {attempt}"


async def after(steps, value):
    for _ in range(steps):
        await asyncio.sleep(0)
    return value


async def stage(source, target, function):
    while (item := await source.get()) is not None:
        await target.put(function(item))
    await target.put(None)


async def pipeline(items):
    a, b, c = asyncio.Queue(), asyncio.Queue(1), asyncio.Queue()
    for item in items:
        a.put_nowait(item)
    a.put_nowait(None)
    await asyncio.gather(stage(a, b, lambda x: x + 1), stage(b, c, str))
    return [c.get_nowait() for _ in range(c.qsize() - 1)]


async def main():
    print(await bounded_map(square, range(6), 2))
    print(await retry(flaky, 5))
    try:
        await retry(flaky, 2)
    except* ValueError as group:
        print(group.message, [str(e) for e in group.exceptions])
    cache = TaskCache(square)
    print(await asyncio.gather(*(cache.get(n % 2 + 3) for n in range(5))), cache.calls)
    print(await race(after(5, "slow"), after(1, "fast"), after(9, "never")))
    print(await pipeline([1, 2, 3]))
    return "done"


print(asyncio.run(main()))
