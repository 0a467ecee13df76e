# ---
# id: generator/pep_479_stop_iteration
# desc: A StopIteration that leaves a generator's body becomes a RuntimeError with it as cause.
# ref: 6.2.9.1
# features: [generator, exception]
# ---
def raises(error):
    yield 1
    raise error


def leaks(iterator):
    while True:
        yield next(iterator)


def guarded(iterator):
    while True:
        try:
            item = next(iterator)
        except StopIteration as stop:
            return stop.value
        yield item


g = raises(StopIteration("s"))
print(next(g))
try:
    next(g)
except RuntimeError as error:
    print(repr(error), repr(error.__cause__), repr(error.__context__), error.__suppress_context__)
print(next(g, "ended"))
try:
    print([x for x in leaks(iter("ab"))])
except RuntimeError as error:
    print(error)
print(list(guarded(iter("ab"))))
genexpr = (next(it) for it in [iter([1]), iter([]), iter([3])])
print(next(genexpr))
try:
    next(genexpr)
except RuntimeError as error:
    print(error)
for error in (StopAsyncIteration("a"), GeneratorExit("g"), KeyError("k")):
    g = raises(error)
    next(g)
    try:
        next(g)
    except BaseException as caught:
        print(repr(caught), caught is error)


class Sub(StopIteration):
    pass


g = raises(Sub("sub"))
next(g)
try:
    next(g)
except RuntimeError as error:
    print(repr(error.__cause__))


def throws():
    yield 1


g = throws()
next(g)
try:
    g.throw(StopIteration("thrown"))
except RuntimeError as error:
    print(error)
list(leaks(iter([1])))
