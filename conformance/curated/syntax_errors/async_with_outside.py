# ---
# id: syntax_errors/async_with_outside
# desc: An async with at module level.
# ref: 8.9.3
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


async with asyncio.timeout(1):
    pass
