# ---
# id: yield_from/custom_iterators
# desc: yield from calls __next__ for None and send for other values, on any iterator.
# ref: 6.2.9
# features: [yield_from, iterator]
# ---
class Echo:
    def __init__(self, limit):
        self.limit = limit

    def __iter__(self):
        print("iter")
        return self

    def __next__(self):
        self.limit -= 1
        if self.limit < 0:
            raise StopIteration("limit reached")
        return f"next {self.limit}"

    def send(self, value):
        if value == "stop":
            raise StopIteration(("stopped", self.limit))
        return f"send {value}"


def delegate(iterable):
    return (yield from iterable)


def run(gen, *values):
    shown = []
    try:
        for value in values:
            shown.append(gen.send(value))
    except StopIteration as stop:
        shown.append(("return", stop.value))
    print(shown)


run(delegate(Echo(5)), None, None, 0, False, "x", "stop")
run(delegate(Echo(1)), None, None)
run(delegate(delegate(delegate(Echo(2)))), None, "deep", None, None)
run(delegate(zip("ab", [1, 2])), None, None, None)


class NoIter:
    pass


class BadIter:
    def __iter__(self):
        return NoIter()


class Getitem:
    def __getitem__(self, index):
        return "xyz"[index]


run(delegate(Getitem()), None, None, None, None)
for bad in (NoIter(), BadIter(), None, 5):
    try:
        next(delegate(bad))
    except TypeError as error:
        print(error)
g = delegate(range(3))
next(g)
try:
    g.send(1)
except AttributeError as error:
    print(error)


class Raising(Echo):
    def __getattr__(self, name):
        if name == "throw":
            raise RuntimeError("looking for throw")
        raise AttributeError(name)


g = delegate(Raising(3))
next(g)
try:
    g.throw(ValueError("v"))
except RuntimeError as error:
    print(error)
g = delegate(Echo(3))
next(g)
g.throw(KeyError("no throw method"))
