# ---
# id: functools/reduce_partial_wraps
# desc: reduce, partial with Placeholder, partialmethod, wraps and update_wrapper.
# ref: functools
# features: [functools, function]
# ---
import functools
from functools import Placeholder, partial, partialmethod, reduce, wraps


def show(*args, **kwargs):
    return args, kwargs


print(
    reduce(lambda a, b: a * 10 + b, [1, 2, 3]), reduce(max, [3, 9, 4], 5), reduce(lambda a, b: [a, b], "abc"),
    reduce(None, [], "start"), reduce(None, [7]),
)
p = partial(show, 1, 2, k="v")
print(
    p(3, k2=4), p(k="new"), p.func is show, p.args, p.keywords, partial(p, 9).args, partial(p, 9)(8),
    type(p).__name__,
)
hole = partial(show, Placeholder, "second", Placeholder, "fourth", last=True)
print(hole("first", "third"), hole("a", "b", "e", k=1), repr(Placeholder))
p.attribute = 5
print(p.attribute, vars(p), partial(int, base=2)("101"), list(map(partial(pow, 2), range(4))))


class Cell:
    def __init__(self):
        self.alive = False

    def set_state(self, state, note="-"):
        self.alive = state
        return self, note

    live = partialmethod(set_state, True)
    kill = partialmethod(set_state, False, note="dead")


c = Cell()
print(c.live()[1], c.alive, c.kill()[1], c.alive, c.live("n")[1])


def decorator(function):
    @wraps(function)
    def wrapper(*args):
        "Wrapper doc."
        return function(*args)

    return wrapper


@decorator
def documented(x: int) -> str:
    "The doc."
    return str(x)


documented.extra = 1
print(
    documented.__name__, documented.__doc__, documented.__qualname__, documented.__wrapped__(5),
    documented.__annotations__, vars(documented).keys(),
)


class Callable:
    def __call__(self):
        return "called"


print(wraps(documented)(Callable()).__name__, functools.WRAPPER_ASSIGNMENTS[:3], wraps(Callable())(lambda: 1).__name__)
for bad in (
    lambda: reduce(max, []),
    lambda: reduce(max),
    lambda: reduce(lambda a: a, [1, 2]),
    lambda: reduce(max, 5),
    lambda: partial(),
    lambda: partial(5),
    lambda: hole("only one"),
    lambda: partial(show, Placeholder),
    lambda: partial(len)(),
):
    try:
        print(bad())
    except TypeError as error:
        print(error)
partial(lambda a, b: a // b, 1)(0)
