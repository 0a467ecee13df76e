# ---
# id: syntax_errors/assign_to_await
# desc: An assignment to an await expression.
# ref: 7.2
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


async def broken():
    await fetch("a", 0) = 5
