# ---
# id: asyncio/async_with_resources
# desc: A pool of connections with asynchronous context managers, iterators and clean-up in the right order.
# ref: asyncio
# features: [asyncio, with, async_generator]
# ---
import asyncio
from contextlib import AsyncExitStack, asynccontextmanager


class Pool:
    def __init__(self, size):
        self.free = asyncio.Queue()
        for n in range(size):
            self.free.put_nowait(f"conn{n}")
        self.log = []

    @asynccontextmanager
    async def connection(self):
        conn = await self.free.get()
        self.log.append(f"+{conn}")
        try:
            yield conn
        except ValueError as error:
            self.log.append(f"!{error}")
            raise
        finally:
            await asyncio.sleep(0)
            self.log.append(f"-{conn}")
            self.free.put_nowait(conn)


class Cursor:
    def __init__(self, rows):
        self.rows = list(rows)

    async def __aenter__(self):
        await asyncio.sleep(0)
        return self

    async def __aexit__(self, *exc):
        await asyncio.sleep(0)
        self.rows.clear()

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.rows:
            raise StopAsyncIteration
        await asyncio.sleep(0)
        return self.rows.pop(0)


async def query(pool, n):
    async with pool.connection() as conn, Cursor(range(n)) as cursor:
        total = 0
        async for row in cursor:
            total += row
        if total == 1:
            raise ValueError(f"query {n}")
        return n, total


async def main():
    pool = Pool(2)
    results = await asyncio.gather(*(query(pool, n) for n in range(5)), return_exceptions=True)
    print([r if isinstance(r, tuple) else repr(r) for r in results])
    print(len(pool.log), pool.log.count("!query 2"), pool.free.qsize())
    async with AsyncExitStack() as stack:
        a = await stack.enter_async_context(pool.connection())
        b = await stack.enter_async_context(pool.connection())
        stack.callback(print, "plain callback")
        stack.push_async_callback(asyncio.sleep, 0)
        print(sorted([a, b]), pool.free.empty())
    print(pool.free.qsize())
    try:
        async with pool.connection():
            raise ValueError("in the body")
    except ValueError as error:
        print(error, pool.log[-3:])

    @asynccontextmanager
    async def never_yields():
        if False:
            yield

    try:
        async with never_yields():
            print("never")
    except RuntimeError as error:
        print(error)


asyncio.run(main())
