# ---
# id: asyncio/scheduling_order_call_soon
# desc: call_soon, call_later and futures: callbacks run in order between the steps of tasks.
# ref: asyncio-eventloop
# features: [asyncio]
# ---
import asyncio

log = []


async def ticker(name, n):
    for i in range(n):
        log.append(f"{name}{i}")
        await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(log.append, "soon 1")
    loop.call_soon(lambda: log.append("soon 2"))
    handle = loop.call_soon(log.append, "cancelled")
    handle.cancel()
    print(handle.cancelled(), log)
    await asyncio.sleep(0)
    print(log)
    log.clear()
    task = asyncio.create_task(ticker("t", 3))
    loop.call_soon(log.append, "between")
    await asyncio.sleep(0)
    loop.call_soon(log.append, "again")
    await task
    print(log)
    log.clear()
    loop.call_later(0.003, log.append, "late")
    loop.call_later(0.001, log.append, "early")
    loop.call_at(loop.time() + 0.002, log.append, "middle")
    never = loop.call_later(0.001, log.append, "never")
    never.cancel()
    await asyncio.sleep(0.01)
    print(log)
    future = loop.create_future()
    loop.call_later(0.001, future.set_result, "from a timer")
    print(await future)
    log.clear()
    future = loop.create_future()

    async def waits(name):
        log.append(f"{name} waits")
        log.append(f"{name} got {await future}")

    waiting = [asyncio.create_task(waits(n)) for n in "ab"]
    await asyncio.sleep(0)
    loop.call_soon(log.append, "before")
    future.set_result(1)
    loop.call_soon(log.append, "after")
    log.append("set")
    await asyncio.gather(*waiting)
    print(log)
    log.clear()

    def chain(n):
        log.append(n)
        if n < 3:
            loop.call_soon(chain, n + 1)

    chain(0)
    for _ in range(4):
        log.append("step")
        await asyncio.sleep(0)
    print(log, loop.time() <= loop.time())


asyncio.run(main())
