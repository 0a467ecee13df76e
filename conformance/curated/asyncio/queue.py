# ---
# id: asyncio/queue
# desc: Queues between producers and consumers: bounds, order, nowait forms, join, LIFO, priority and shutdown.
# ref: asyncio-queue
# features: [asyncio]
# ---
import asyncio


async def producer(queue, name, count):
    for n in range(count):
        await queue.put(f"{name}{n}")
        print(f"+{name}{n}({queue.qsize()})", end=" ")


async def consumer(queue, log):
    while True:
        item = await queue.get()
        log.append(item)
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    log = []
    consumers = [asyncio.create_task(consumer(queue, log)) for _ in range(2)]
    await asyncio.gather(producer(queue, "a", 3), producer(queue, "b", 3))
    await queue.join()
    print(sorted(log), queue.empty())
    for task in consumers:
        task.cancel()
    await asyncio.gather(*consumers, return_exceptions=True)
    q = asyncio.Queue(1)
    q.put_nowait("x")
    print(q.full(), q.qsize(), q.maxsize)
    for action in (lambda: q.put_nowait("y"), q.get_nowait, q.get_nowait, q.task_done, q.task_done):
        try:
            print(action())
        except (asyncio.QueueFull, asyncio.QueueEmpty, ValueError) as error:
            print(type(error).__name__, error)
    lifo, priority = asyncio.LifoQueue(), asyncio.PriorityQueue()
    for item in (3, 1, 2):
        lifo.put_nowait(item)
        await priority.put((item, f"p{item}"))
    print([lifo.get_nowait() for _ in range(3)], [await priority.get() for _ in range(3)])
    waiting = asyncio.create_task(q.get())
    await asyncio.sleep(0)
    print(waiting.done())
    await q.put("arrives")
    print(await waiting)
    putter = asyncio.create_task(q.put(1)), asyncio.create_task(q.put(2))
    await asyncio.sleep(0)
    print([t.done() for t in putter], await q.get())
    await asyncio.sleep(0)
    print([t.done() for t in putter], await q.get())
    await asyncio.gather(*putter)
    q.put_nowait("left")
    q.shutdown()
    print(await q.get())
    for action in (q.get, lambda: q.put(1)):
        try:
            await action()
        except asyncio.QueueShutDown as error:
            print(type(error).__name__)


asyncio.run(main())
