# ---
# id: yield_from/delegation
# desc: yield from passes items, sent values and the final return value between caller and inner generator.
# ref: 6.2.9
# features: [yield_from, generator]
# ---
def inner(name):
    print("inner starts", name)
    total = 0
    while True:
        got = yield total
        if got is None:
            break
        total += got
    return total, name


def outer():
    first = yield from inner("one")
    print("first", first)
    second = yield from inner("two")
    print("second", second)
    return first[0] + second[0]


g = outer()
print(next(g))
print(g.send(3), g.send(4))
print(g.send(None))
print(g.send(10))
try:
    next(g)
except StopIteration as stop:
    print("result", stop.value)


def wraps(iterable):
    result = yield from iterable
    yield ("result", result)


print(list(wraps([1, 2])), list(wraps("ab")), list(wraps({1: 2})), list(wraps(range(2))), list(wraps(n for n in ())))
try:
    print(list(wraps(5)))
except TypeError as error:
    print(error)
w = wraps([1, 2])
print(next(w), w.send(None))
w = wraps([1, 2])
next(w)
try:
    w.send("a list iterator has no send")
except AttributeError as error:
    print(error)
print(next(w, "outer ended"))


def chain(*iterables):
    for iterable in iterables:
        yield from iterable


print(list(chain("ab", [1], chain(), chain((2,), {3}))))
c = chain([1], None)
print(next(c))
next(c)
