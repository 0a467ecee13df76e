# ---
# id: syntax_errors/await_in_lambda
# desc: An await in a lambda inside an async function.
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


async def main():
    return map(lambda name: await fetch(name, 0), "ab")
