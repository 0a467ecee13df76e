# ---
# id: syntax_errors/async_comprehension_outside
# desc: An async comprehension in a plain function.
# ref: 6.2.4
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


def main(source):
    return [item async for item in source]
