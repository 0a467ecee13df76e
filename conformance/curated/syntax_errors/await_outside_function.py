# ---
# id: syntax_errors/await_outside_function
# desc: An await at module level.
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


print(await gather("a", "b"))
