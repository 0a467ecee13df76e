# ---
# id: generator/next_send_and_return
# desc: next, send and the value of return: what each yield expression evaluates to.
# ref: 6.2.9.1
# features: [generator]
# ---
def talk(name):
    print("start")
    got = yield f"hello {name}"
    print("got", got)
    while got != "stop":
        got = yield got
        print("then", got)
    return "result of " + name


g = talk("ann")
print(type(g).__name__, g.__name__, g.__qualname__)
print(next(g), g.send("one"), g.send("two"), next(g))
try:
    g.send("stop")
except StopIteration as stop:
    print(repr(stop), stop.value, stop.args)
for _ in range(2):
    try:
        next(g)
    except StopIteration as stop:
        print(repr(stop), stop.value)
print(next(g, "default"), list(g))
fresh = talk("bob")
try:
    fresh.send("too early")
except TypeError as error:
    print(error)
print(fresh.send(None))


def nothing():
    return 5
    yield


try:
    next(nothing())
except StopIteration as stop:
    print(stop.value)


def tuples():
    return (1, 2)
    yield


try:
    next(tuples())
except StopIteration as stop:
    print(stop.value, stop.args)
print([x for x in nothing()], sum(nothing()), iter(g) is g, bool(g))
for bad in (lambda: g.send(), lambda: g.send(1, 2), lambda: next(talk), lambda: talk("x")[0], lambda: len(talk("x"))):
    try:
        bad()
    except TypeError as error:
        print(error)
h = talk("end")
next(h)
h.send("x").missing
