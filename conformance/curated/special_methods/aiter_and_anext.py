# ---
# id: special_methods/aiter_and_anext
# desc: __aiter__ and __anext__ in async for, comprehensions, aiter() and anext(), and the texts when they are wrong.
# ref: 3.4.3
# features: [special_method, async_generator]
# ---
class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        print("aiter", end=" ")
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


def drive(coroutine):
    try:
        while True:
            print("yielded", coroutine.send(None))
    except StopIteration as stop:
        return stop.value


async def main():
    async for n in Countdown(3):
        print(n, end=" ")
    else:
        print("else")
    print([n * 2 async for n in Countdown(3) if n], {n async for n in Countdown(2)})
    it = aiter(Countdown(1))
    print(await anext(it), await anext(it, "default"))
    try:
        await anext(it)
    except StopAsyncIteration as error:
        print(repr(error))


drive(main())


class NoAnext:
    def __aiter__(self):
        return 5


class AsyncAiter:
    async def __aiter__(self):
        return self


class NotAwaitable:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


async def loop(value):
    async for item in value:
        print(item)


for value in (NoAnext(), NotAwaitable(), [1], 5):
    try:
        drive(loop(value))
    except TypeError as error:
        print(error, "|", repr(error.__cause__))
for action in (lambda: aiter([]), lambda: anext(5), lambda: aiter(NoAnext())):
    try:
        print(action())
    except TypeError as error:
        print(error)


class Raises(Countdown):
    async def __anext__(self):
        return 10 // await super().__anext__()


drive(loop(Raises(3)))
