# ---
# id: special_methods/aenter_and_aexit
# desc: __aenter__ and __aexit__ are awaited by async with, which may be suspended in both.
# ref: 3.4.4
# features: [special_method, with, coroutine]
# ---
class Pause:
    def __init__(self, label):
        self.label = label

    def __await__(self):
        yield self.label


class Manager:
    def __init__(self, name, answer=False):
        self.name, self.answer = name, answer

    async def __aenter__(self):
        await Pause(f"entering {self.name}")
        return self

    async def __aexit__(self, kind, value, trace):
        await Pause(f"leaving {self.name} {value!r}")
        return self.answer


def drive(coroutine):
    try:
        while True:
            print("yielded", coroutine.send(None))
    except StopIteration as stop:
        return stop.value


async def main():
    async with Manager("a") as a, Manager("b", True):
        print("inside", a.name)
        raise ValueError("swallowed by b")
    print("between")
    try:
        async with Manager("c"):
            raise KeyError("k")
    except KeyError as error:
        print("caught", error)
    for n in range(2):
        async with Manager(f"loop {n}"):
            if n:
                break
            continue
    async with Manager("d"):
        return "returned"


print(drive(main()))


class Sync:
    def __enter__(self):
        pass

    def __exit__(self, *args):
        pass


class NoExit:
    async def __aenter__(self):
        pass


class NotAwaitable:
    def __aenter__(self):
        return 5

    def __aexit__(self, *args):
        return 5


async def use(value):
    async with value:
        print("inside")


for value in (Sync(), NoExit(), NotAwaitable(), 5):
    try:
        drive(use(value))
    except TypeError as error:
        print(error)


async def fails():
    async with Manager("last"):
        return 1 // 0


drive(fails())
