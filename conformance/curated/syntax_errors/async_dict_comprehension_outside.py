# ---
# id: syntax_errors/async_dict_comprehension_outside
# desc: An async comprehension nested in a plain lambda.
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


async def main(source):
    return lambda: {item: 1 async for item in source}
