# ---
# id: syntax_errors/async_for_outside
# desc: An async for in a plain function.
# ref: 8.9.2
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
    async for item in source:
        print(item)
