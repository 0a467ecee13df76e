# ---
# id: asyncio/event_and_semaphore
# desc: Event wakes all waiters; semaphores bound how many run; Barrier lets a party through together.
# ref: asyncio-sync#asyncio.Event
# features: [asyncio]
# ---
import asyncio


async def waiter(event, name):
    result = await event.wait()
    print(name, result, end="; ")


async def limited(semaphore, name, log):
    async with semaphore:
        log.append(f"+{name}")
        await asyncio.sleep(0)
        log.append(f"-{name}")


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(event, n)) for n in "abc"]
    await asyncio.sleep(0)
    print(event.is_set())
    event.set()
    await asyncio.gather(*tasks)
    print(event.is_set(), await event.wait())
    event.clear()
    print(event.is_set())
    semaphore, log = asyncio.Semaphore(2), []
    await asyncio.gather(*(limited(semaphore, n, log) for n in "pqrst"))
    print(log)
    running = most = 0
    for entry in log:
        running += 1 if entry[0] == "+" else -1
        most = max(most, running)
    print(most, semaphore.locked())
    print(await semaphore.acquire(), semaphore.locked(), await semaphore.acquire(), semaphore.locked())
    semaphore.release(), semaphore.release(), semaphore.release()
    print([await semaphore.acquire() for _ in range(3)], semaphore.locked())
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    bounded.release()
    for bad in (bounded.release, lambda: asyncio.Semaphore(-1)):
        try:
            bad()
        except ValueError as error:
            print(error)
    barrier = asyncio.Barrier(3)

    async def party(name):
        print(name, "arrives", end="; ")
        index = await barrier.wait()
        return index

    indices = await asyncio.gather(*(party(n) for n in "xyz"))
    print(sorted(indices), barrier.parties, barrier.n_waiting, barrier.broken)
    late = asyncio.create_task(party("alone"))
    await asyncio.sleep(0)
    await barrier.abort()
    try:
        await late
    except asyncio.BrokenBarrierError as error:
        print(type(error).__name__, barrier.broken)


asyncio.run(main())
