# ---
# id: generator/close_and_generator_exit
# desc: close raises GeneratorExit at the yield; finally runs, a new yield is an error, a return value is answered.
# ref: 6.2.9.1
# features: [generator, finally]
# ---
def worker(name):
    try:
        while True:
            yield name
    except GeneratorExit as error:
        print("exit", name, repr(error))
        raise
    finally:
        print("finally", name)


g = worker("a")
print(next(g), g.close(), g.close(), list(g))
never = worker("never started")
never.close()
print(next(never, "closed"))


def returns():
    try:
        yield 1
    except GeneratorExit:
        return "value on close"


r = returns()
next(r)
print(r.close(), r.close())


def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as error:
    print(error)
print(next(s, "then finished"))


def fails():
    try:
        yield 1
    finally:
        raise ValueError("in finally")


f = fails()
next(f)
try:
    f.close()
except ValueError as error:
    print(error, repr(error.__context__))


def quiet():
    try:
        yield 1
    except BaseException as error:
        print(type(error).__name__, isinstance(error, Exception))


q = quiet()
next(q)
print(q.close())
x = worker("x")
next(x)
try:
    x.throw(GeneratorExit("by hand"))
except GeneratorExit as error:
    print(repr(error))
s = stubborn()
next(s)
s.close()
