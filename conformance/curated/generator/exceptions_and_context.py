# ---
# id: generator/exceptions_and_context
# desc: The exception being handled is kept per generator: context and sys.exception() do not leak between caller and body.
# ref: 6.2.9
# features: [generator, chaining]
# ---
import sys


def watcher():
    print("body sees", repr(sys.exception()))
    yield 1
    print("body sees", repr(sys.exception()))
    try:
        raise KeyError("inside")
    except KeyError:
        yield 2
        print("still handling", repr(sys.exception()))
        yield 3
    print("after", repr(sys.exception()))
    raise ValueError("from body")


g = watcher()
try:
    raise TypeError("outside")
except TypeError:
    print(next(g))
print(next(g), repr(sys.exception()))
try:
    raise IndexError("second")
except IndexError:
    print(next(g), repr(sys.exception()))
try:
    raise OSError("third")
except OSError:
    try:
        next(g)
    except ValueError as error:
        print(repr(error), repr(error.__context__))


def thrown_context():
    try:
        yield
    except Exception as error:
        print("context", repr(error.__context__))
        raise LookupError("new")


t = thrown_context()
next(t)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        t.throw(RuntimeError("thrown"))
except LookupError as error:
    chain = []
    while error:
        chain.append(type(error).__name__)
        error = error.__context__
    print(chain)


def handler():
    try:
        yield "ready"
    except ValueError:
        yield "handled"
        raise


h = handler()
print(next(h), h.throw(ValueError("kept")))
next(h)
