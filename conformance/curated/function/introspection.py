# ---
# id: function/introspection
# desc: Attributes of functions: defaults, keyword defaults, code, closure, annotations, names and what may be assigned.
# ref: 3.2.8.1
# features: [function, attributes]
# ---
def function(a, b=2, /, c=3, *args, d, e=[], **kw) -> int:
    """Doc text."""
    return a, b, c, args, d, e, kw


print(
    function.__name__, function.__qualname__, function.__module__, function.__doc__, function.__defaults__,
    function.__kwdefaults__,
)
code = function.__code__
print(
    code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_varnames, code.co_name,
    code.co_firstlineno > 0, code.co_stacksize > 0,
)
function.__defaults__ = (20, 30)
print(function(1, d=4))
function.__defaults__ = (9,)
print(function(1, 2, d=4))
function.__kwdefaults__ = {"d": "new", "e": None}
print(function(1, 2))
function.__defaults__ = None
try:
    function(1, 2)
except TypeError as error:
    print(error)
function.attribute = 5
function.__dict__["other"] = 6
print(function.attribute, function.other, vars(function))


def outer(x):
    y = x + 1

    def inner():
        nonlocal y
        y += 1
        return x, y

    return inner


inner = outer(5)
print(
    inner.__closure__[0].cell_contents, inner.__code__.co_freevars, inner(),
    [c.cell_contents for c in inner.__closure__], inner.__qualname__,
)
inner.__closure__[1].cell_contents = 100
print(inner(), outer.__closure__, outer.__code__.co_cellvars)
other = outer(7)
inner.__code__ = other.__code__
print(inner(), inner.__code__ is other.__code__)
lam = lambda *, k=1: k
lam.__name__ = "renamed"
lam.__qualname__ = "some.where"
lam.__doc__ = "now documented"
print(lam.__name__, repr(lam).split(" at ")[0], lam.__doc__, lam.__kwdefaults__, lam.__code__.co_name)
print(
    function.__get__(1).__name__, function.__call__(1, 2, 3), function.__globals__ is globals(),
    function.__builtins__["len"] is len, function.__type_params__,
)
for bad in (
    lambda: setattr(function, "__name__", 5),
    lambda: setattr(function, "__code__", 5),
    lambda: setattr(function, "__defaults__", [1]),
    lambda: setattr(function, "__kwdefaults__", 5),
    lambda: setattr(function, "__closure__", None),
    lambda: setattr(function, "__globals__", {}),
    lambda: setattr(function, "__dict__", 5),
    lambda: setattr(inner, "__code__", function.__code__),
    lambda: delattr(function, "__name__"),
    lambda: delattr(function, "missing"),
    lambda: function.missing,
    lambda: code.missing,
    lambda: setattr(code, "co_name", "x"),
    lambda: len.__code__,
    lambda: function < function,
):
    try:
        print(bad())
    except (TypeError, AttributeError, ValueError) as error:
        print(type(error).__name__, error)
del function.__defaults__, function.__doc__, function.attribute
print(function.__defaults__, function.__doc__, vars(function))


def recursive_default(n, me=lambda n: recursive_default(n)):
    return n if n == 0 else me(n - 1)


print(recursive_default(3))
recursive_default.__defaults__[0](1, 2)
