# ---
# id: traceback_frames/generators
# desc: Frames through next, for, yield from, throw and expressions of generators.
# ref: 6.2.9
# features: [traceback, generator, yield_from]
# ---
def inner(n):
    yield n
    yield 10 // n


def outer(n):
    yield from inner(n)
    yield "outer goes on"


def consumer(iterable):
    total = 0
    for item in iterable:
        total += item
    return total


def names(error):
    out, tb = [], error.__traceback__
    while tb:
        out.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return out


print(list(outer(5)))
for action in (
    lambda: consumer(outer(0)),
    lambda: [x for x in outer(0)],
    lambda: consumer(x + 1 for x in inner(0)),
    lambda: (lambda g: (next(g), g.throw(KeyError("k"))))(outer(1)),
    lambda: consumer(outer(2)),
):
    try:
        action()
    except (ZeroDivisionError, KeyError, TypeError) as error:
        print(type(error).__name__, names(error))
g = outer(0)
next(g)
first = None
try:
    next(g)
except ZeroDivisionError as error:
    first = names(error)
print(first, list(g))


def wraps(generator):
    try:
        yield from generator
    except ZeroDivisionError as error:
        raise ValueError("wrapped") from error


for item in wraps(outer(0)):
    print(item)
