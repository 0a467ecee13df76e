# ---
# id: asyncio/create_task_interleaving
# desc: Tasks start at the next switch, run in order of creation, and interleave at every await.
# ref: asyncio-task#asyncio.create_task
# features: [asyncio]
# ---
import asyncio

log = []


async def worker(name, steps):
    log.append(f"{name} starts")
    for n in range(steps):
        await asyncio.sleep(0)
        log.append(f"{name}{n}")
    return name


async def child(parent):
    log.append(f"child of {parent}")
    await asyncio.sleep(0)
    log.append(f"child of {parent} ends")


async def spawner(name):
    task = asyncio.create_task(child(name), name=f"task-{name}")
    log.append(f"{name} spawned")
    await task
    log.append(f"{name} joined {task.get_name()}")


async def main():
    a = asyncio.create_task(worker("a", 2))
    b = asyncio.create_task(worker("b", 1))
    print(log, a.done(), b.done())
    print(await a, log)
    print(await b, b.done(), b.result(), a.exception())
    log.clear()
    await asyncio.gather(spawner("p"), spawner("q"))
    print(log)
    log.clear()
    tasks = [asyncio.create_task(worker(f"t{n}", n)) for n in range(3)]
    await asyncio.sleep(0)
    print(log, [task.done() for task in tasks])
    await asyncio.sleep(0)
    print([task.done() for task in tasks])
    for task in tasks:
        await task
    print(log)
    log.clear()
    direct = worker("direct", 1)
    await direct
    print(log)
    task = asyncio.create_task(worker("named", 0), name="my name")
    print(task.get_name(), asyncio.current_task() is not task, task in asyncio.all_tasks(), len(asyncio.all_tasks()))
    task.set_name("other")
    await task
    print(task.get_name(), task.get_coro().__name__, len(asyncio.all_tasks()))
    try:
        asyncio.create_task(worker)
    except TypeError as error:
        print(str(error).split("<")[0])


asyncio.run(main())
try:
    coroutine = worker("outside", 1)
    asyncio.create_task(coroutine)
except RuntimeError as error:
    print(error)
    coroutine.close()
