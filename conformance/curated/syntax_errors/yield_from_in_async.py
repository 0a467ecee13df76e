# ---
# id: syntax_errors/yield_from_in_async
# desc: A yield from inside an async function.
# ref: 6.2.9
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


async def delegate():
    yield from [1, 2]
