# ---
# id: traceback_frames/coroutines_and_async_generators
# desc: Frames of awaits, async for, async with and async comprehensions, driven by hand.
# ref: 8.9
# features: [traceback, coroutine, async_generator]
# ---
class Pause:
    def __await__(self):
        yield "pause"


async def fail(n):
    await Pause()
    return 10 // n


async def agen(n):
    while True:
        yield await fail(n)
        n -= 1


async def loop(n):
    async for item in agen(n):
        print(item, end=" ")


async def comprehension(n):
    return [
        item
        async for item in agen(n)
    ]


class Manager:
    async def __aenter__(self):
        return await fail(1)

    async def __aexit__(self, *exc):
        await fail(0)


async def managed():
    async with Manager() as value:
        print(value, end=" ")


def drive(coroutine):
    try:
        while True:
            coroutine.send(None)
    except StopIteration as stop:
        return stop.value


def names(error):
    out, tb = [], error.__traceback__
    while tb:
        out.append(f"{tb.tb_frame.f_code.co_name}:{tb.tb_lineno}")
        tb = tb.tb_next
    return out


print(drive(fail(5)))
for coroutine in (fail(0), loop(1), comprehension(1), managed()):
    try:
        drive(coroutine)
    except ZeroDivisionError as error:
        print(names(error))


async def main():
    first = await fail(2)
    try:
        await loop(2)
    except ZeroDivisionError:
        return first + await comprehension(1)


drive(main())
