# ---
# id: syntax_errors/annotation_await
# desc: An await in an annotation.
# ref: 8.7
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


async def first(values: (await fetch("a", 0))):
    return values[0]
