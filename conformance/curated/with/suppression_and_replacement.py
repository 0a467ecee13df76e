# ---
# id: with/suppression_and_replacement
# desc: Exits of several managers: one may suppress, replace or chain the exception that the next one sees.
# ref: 8.5
# features: [with, chaining]
# ---
class Exit:
    def __init__(self, name, action):
        self.name, self.action = name, action

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        print(self.name, repr(value), end="; ")
        return self.action(value)


def replace(new):
    def action(value):
        raise new

    return action


def reraise(value):
    raise value


passes, suppresses = lambda value: False, lambda value: True
with Exit("outer", passes), Exit("middle", suppresses), Exit("inner", passes):
    raise ValueError("one")
print("suppressed in the middle")
try:
    with Exit("outer", passes), Exit("inner", replace(KeyError("new"))):
        raise ValueError("old")
except KeyError as error:
    print(repr(error), repr(error.__context__))
with Exit("outer", suppresses), Exit("inner", replace(KeyError("from exit"))):
    pass
print("the inner exit failed, the outer one suppressed it")
try:
    with Exit("x", reraise):
        raise IndexError("same")
except IndexError as error:
    print(repr(error), error.__context__)


def returns():
    with Exit("r", suppresses):
        return 1 // 0
    return "after"


def overrides():
    with Exit("o", lambda value: None):
        return "from the body"


def in_loop():
    for n in range(3):
        with Exit("l", suppresses):
            if n == 1:
                raise ValueError(n)
            if n == 2:
                return n
    return "never"


print(returns(), overrides(), in_loop())
try:
    with Exit("base", suppresses):
        raise SystemExit(3)
    print("even SystemExit")
finally:
    print("finally")
with Exit("first", replace(RuntimeError("third"))):
    with Exit("second", replace(TypeError("second"))):
        raise LookupError("first")
