# ---
# id: sys_module/frames
# desc: sys._getframe: names, line numbers, locals, globals and the chain of callers.
# ref: sys#sys._getframe
# features: [sys_module, function]
# ---
import sys


def inner(depth):
    frame = sys._getframe(depth)
    return frame.f_code.co_name, frame.f_lineno


def outer():
    local = "value"
    names = [inner(n) for n in range(3)]
    return names, sys._getframe().f_locals["local"]


print(outer())


def caller_name():
    return sys._getframe(1).f_code.co_name


def alice():
    return caller_name()


class Bob:
    def method(self):
        return caller_name(), sys._getframe().f_code.co_qualname

    created = caller_name()


print(
    alice(), Bob().method(), Bob.created, caller_name(), (lambda: caller_name())(), [caller_name() for _ in "a"],
    list(caller_name() for _ in "a"),
)
frame = sys._getframe()
print(
    frame.f_globals is globals(), frame.f_locals is not None, frame.f_code.co_name,
    frame.f_builtins["len"] is len,
)


def chain(n):
    if n:
        return chain(n - 1)
    names, frame = [], sys._getframe()
    while frame:
        names.append((frame.f_code.co_name, frame.f_locals.get("n")))
        frame = frame.f_back if frame.f_code.co_name != "<module>" else None
    return names


print(chain(3)[:-1], chain(0)[-1][0])


def writes():
    x = 1
    sys._getframe().f_locals["x"] = 2
    return x


print(writes())


def generator():
    yield sys._getframe().f_code.co_name
    yield sys._getframe(1).f_code.co_name


g = generator()
print(next(g), g.gi_frame.f_code.co_name, (lambda: next(g))(), g.gi_frame.f_lineno > 0)
try:
    raise ValueError
except ValueError as error:
    tb = error.__traceback__
    print(
        tb.tb_frame is sys._getframe(), tb.tb_lineno == sys._getframe().f_lineno - 3, tb.tb_next,
        tb.tb_frame.f_code.co_name,
    )
print(sys._getframemodulename(0))
for bad in (lambda: sys._getframe(100), lambda: sys._getframe("x"), lambda: frame.missing, lambda: type(frame)()):
    try:
        print(bad())
    except (ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
sys._getframe(5000)
