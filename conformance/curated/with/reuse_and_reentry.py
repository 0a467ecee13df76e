# ---
# id: with/reuse_and_reentry
# desc: The same manager used twice, nested in itself, and replaced while it is open.
# ref: 8.5
# features: [with, class]
# ---
class Lock:
    def __init__(self):
        self.depth = 0
        self.history = []

    def __enter__(self):
        self.depth += 1
        self.history.append(self.depth)
        return self.depth

    def __exit__(self, *args):
        self.depth -= 1
        self.history.append(self.depth)


class Once:
    used = False

    def __enter__(self):
        if self.used:
            raise RuntimeError("used twice")
        self.used = True

    def __exit__(self, *args):
        pass


lock = Lock()
with lock as a, lock as b, lock:
    print(a, b, lock.depth)
print(lock.history)


def descend(n):
    with lock as depth:
        return depth if n == 0 else descend(n - 1)


print(descend(4), lock.depth)
manager = original = Lock()
with manager as manager:
    print(manager)
print(original.depth, manager)
once = Once()
with once:
    pass
try:
    with once:
        print("never")
except RuntimeError as error:
    print(error)


class Swaps:
    def __enter__(self):
        Swaps.__exit__ = lambda self, *args: print("new exit")
        return self

    def __exit__(self, *args):
        print("the exit found before entering")


with Swaps():
    pass
with Swaps():
    pass


class ByClass:
    __enter__ = classmethod(lambda cls: cls.__name__)
    __exit__ = staticmethod(lambda *args: print("static exit with", len(args)))


with ByClass() as name:
    print(name)


class Wrong:
    def __enter__(self):
        return 1

    def __exit__(self):
        pass


with Wrong() as one:
    print(one)
