# ---
# id: asyncio/async_iterators_and_streams
# desc: Merging, throttling and splitting asynchronous streams.
# ref: asyncio
# features: [asyncio, async_generator]
# ---
import asyncio

END = object()


async def numbers(start, count, pause=1):
    for n in range(start, start + count):
        for _ in range(pause):
            await asyncio.sleep(0)
        yield n


async def merge(*streams):
    queue = asyncio.Queue()

    async def pump(stream):
        async for item in stream:
            await queue.put(item)
        await queue.put(END)

    tasks = [asyncio.create_task(pump(stream)) for stream in streams]
    finished = 0
    while finished < len(tasks):
        item = await queue.get()
        if item is END:
            finished += 1
        else:
            yield item


async def windowed(stream, size):
    window = []
    async for item in stream:
        window.append(item)
        if len(window) == size:
            yield tuple(window)
            window.pop(0)


async def zipped(first, second):
    first, second = aiter(first), aiter(second)
    while True:
        try:
            yield await anext(first), await anext(second)
        except StopAsyncIteration:
            return


async def reduce(stream, function, start):
    async for item in stream:
        start = function(start, item)
    return start


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self.run()

    async def run(self):
        for n in range(self.n, 0, -1):
            yield n
            await asyncio.sleep(0)


async def main():
    print([n async for n in merge(numbers(0, 3), numbers(100, 3, 2))])
    print([w async for w in windowed(numbers(1, 5), 3)])
    print([p async for p in zipped(numbers(0, 3), Countdown(3))])
    print(await reduce(numbers(1, 5), lambda a, b: a * b, 1))
    print([x async for x in Countdown(3)], [x async for x in Countdown(2)])
    tally = {}
    async for n in merge(Countdown(4), numbers(3, 3)):
        tally.setdefault(n % 2, []).append(n)
    print({key: sorted(value) for key, value in sorted(tally.items())})
    stream = numbers(0, 4)
    print(await anext(stream), [n async for n in stream], await anext(stream, None))
    try:
        async for n in numbers(0, 3):
            if 10 // (n - 2):
                print(n, end=" ")
    except ZeroDivisionError as error:
        print(error)


asyncio.run(main())
