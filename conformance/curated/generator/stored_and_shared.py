# ---
# id: generator/stored_and_shared
# desc: Generators kept in containers, attributes and closures, shared between consumers, and rebuilt by a class.
# ref: 6.2.9
# features: [generator, closure, class]
# ---
def counter(name, start=0):
    while True:
        step = yield f"{name}{start}"
        start += step if step is not None else 1


pool = {name: counter(name) for name in "ab"}
print([next(g) for g in pool.values()], next(pool["a"]), pool["a"].send(10), next(pool["b"]))


class Stream:
    def __init__(self, limit):
        self.limit = limit
        self.active = self.run()

    def run(self):
        for n in range(self.limit):
            yield n, self.limit

    def restart(self, limit):
        self.limit = limit
        self.active = self.run()

    def __iter__(self):
        return self.active

    def __next__(self):
        return next(self.active)


s = Stream(3)
print(next(s), list(s), list(s))
s.restart(2)
print(list(s))
s.restart(5)
next(s)
s.limit = 99
print(next(s))
shared = iter(range(10))
pairs = list(zip(shared, shared))
print(pairs)


def round_robin(*generators):
    queue = list(generators)
    while queue:
        current = queue.pop(0)
        try:
            yield next(current)
        except StopIteration:
            continue
        queue.append(current)


def limited(items):
    yield from items


print(list(round_robin(limited("abc"), limited([1]), limited("xy"))))
functions = []


def makes_closures():
    for n in range(3):
        functions.append(lambda: n)
        yield n


consumed = list(makes_closures())
print(consumed, [f() for f in functions])
functions.clear()
g = makes_closures()
next(g), next(g)
print([f() for f in functions])
next(g)
print([f() for f in functions])


def modifies(data):
    for item in data:
        if item % 2 == 0:
            data.append(item + 1)
        yield item


numbers = [2, 4]
print(list(modifies(numbers)), numbers)


def swaps():
    global g
    g = "replaced while running"
    yield 1
    yield g


g = swaps()
kept = g
print(next(kept), g, next(kept))


def nested():
    inner = (x * factor for x in range(3))
    factor = 10
    yield from inner
    factor = 100
    yield from (x * factor for x in range(2))


print(list(nested()), isinstance(kept, type(pool["a"])), len({pool["a"], pool["a"], pool["b"]}))
it = modifies([1])
print(next(it), next(it, "end"), next(it, "still the end"))
next(it)
