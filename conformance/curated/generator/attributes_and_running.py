# ---
# id: generator/attributes_and_running
# desc: gi_running, gi_suspended, gi_frame, gi_yieldfrom and gi_code over the life of a generator.
# ref: 3.2.8.3
# features: [generator, attributes]
# ---
def probe():
    print("inside", g.gi_running, g.gi_suspended)
    yield 1
    yield from inner()
    return 2


def inner():
    print("inner", g.gi_running, g.gi_yieldfrom is not None)
    yield "i"


def state(gen):
    return gen.gi_running, gen.gi_suspended, gen.gi_frame is not None, gen.gi_yieldfrom is not None


g = probe()
print(state(g), g.gi_code.co_name, g.gi_frame.f_lineno > 0)
print(next(g), state(g))
print(next(g), state(g), g.gi_yieldfrom.__name__)
print(next(g, "end"), state(g))


def reenter():
    try:
        next(me)
    except ValueError as error:
        print(error)
    try:
        me.close()
    except ValueError as error:
        print(error)
    try:
        me.throw(KeyError)
    except ValueError as error:
        print(error)
    yield from [me.gi_running]


me = reenter()
print(list(me))
g.__name__ = "renamed"
g.__qualname__ = "Q.renamed"
print(g.__name__, g.__qualname__, repr(g).split(" at ")[0])
for action in (
    lambda: setattr(g, "__name__", 5),
    lambda: setattr(g, "gi_running", True),
    lambda: setattr(g, "extra", 1),
    lambda: g.gi_nothing,
    lambda: type(g)(),
):
    try:
        print(action())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(hasattr(g, "__iter__"), hasattr(g, "__next__"), hasattr(g, "__del__"), type(g).__mro__)


def recursive():
    yield next(self_call)


self_call = recursive()
next(self_call)
