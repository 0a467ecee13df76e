# ---
# id: asyncio/lock_and_condition
# desc: Lock gives turns in order of asking; Condition waits and notifies.
# ref: asyncio-sync#asyncio.Lock
# features: [asyncio, with]
# ---
import asyncio


async def critical(lock, name, log):
    log.append(f"{name} asks")
    async with lock:
        log.append(f"{name} in")
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        log.append(f"{name} out")


async def main():
    lock, log = asyncio.Lock(), []
    await asyncio.gather(*(critical(lock, name, log) for name in "abc"))
    print(log, lock.locked())
    print(await lock.acquire(), lock.locked())
    waiter = asyncio.create_task(lock.acquire())
    await asyncio.sleep(0)
    print(waiter.done())
    waiter.cancel()
    await asyncio.wait([waiter])
    lock.release()
    print(lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print(error)
    try:
        with lock:
            pass
    except TypeError as error:
        print(error)
    condition, items = asyncio.Condition(), []

    async def consumer(name):
        async with condition:
            await condition.wait_for(lambda: items)
            print(name, "takes", items.pop(0), end="; ")

    async def producer():
        for n in range(3):
            async with condition:
                items.append(n)
                condition.notify()
            await asyncio.sleep(0)

    await asyncio.gather(consumer("x"), consumer("y"), consumer("z"), producer())
    print(items)

    async def waits(name):
        async with condition:
            print(name, await condition.wait(), end="; ")

    waiting = [asyncio.create_task(waits(n)) for n in range(3)]
    await asyncio.sleep(0)
    async with condition:
        condition.notify_all()
    await asyncio.gather(*waiting)
    print(condition.locked())
    for action in (condition.notify, condition.notify_all):
        try:
            action()
        except RuntimeError as error:
            print(error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print(error)
    async with lock:
        try:
            async with asyncio.timeout(0.01), lock:
                print("never: a lock is not reentrant")
        except TimeoutError:
            print("gave up", lock.locked())
    print(lock.locked())


asyncio.run(main())
