# ---
# id: syntax_errors/return_value_in_async_generator
# desc: A return with a value in an async generator.
# ref: 8.9.1
# features: [syntax_error]
# ---
import asyncio


async def fetch(name, delay):
    await asyncio.sleep(delay)
    return name.upper()


async def gather(*names):
    results = []
    for name in names:
        results.append(await fetch(name, 0))
    return results


async def ticks(n):
    for i in range(n):
        yield i
    return n
