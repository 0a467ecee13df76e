# ---
# id: functools/singledispatch_and_ordering
# desc: singledispatch, singledispatchmethod, total_ordering and cmp_to_key.
# ref: functools#functools.singledispatch
# features: [functools, special_method]
# ---
import functools
from collections.abc import Mapping, Sized


@functools.singledispatch
def show(value, indent=0):
    return " " * indent + f"other {value!r}"


@show.register
def _(value: int, indent=0):
    return " " * indent + f"int {value}"


@show.register(list)
@show.register(tuple)
def _(value, indent=0):
    return "\n".join([" " * indent + "items", *(show(item, indent + 1) for item in value)])


@show.register
def _(value: Mapping, indent=0):
    return f"mapping {list(value)}"


@show.register
def _(value: str | bytes, indent=0):
    return f"text {value!r}"


show.register(type(None), lambda value, indent=0: "nothing")
for value in (5, True, 2.5, [1, ["x"]], (2,), {"k": 1}, "s", b"b", None, {3}):
    print(show(value))
print(
    show.dispatch(bool).__name__, show.dispatch(dict) is show.registry[Mapping],
    show.dispatch(set) is show.registry[object], len(show.registry),
)


class Formatter:
    prefix = "<"

    @functools.singledispatchmethod
    def format(self, value):
        raise NotImplementedError(f"cannot format {type(value).__name__}")

    @format.register
    def _(self, value: int):
        return f"{self.prefix}int {value}"

    @format.register
    def _(self, value: list):
        return [self.format(item) for item in value]


print(Formatter().format(3), Formatter().format([1, [2]]))


@functools.total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.n < other.n


a, b = Version(1), Version(2)
print(a < b, a <= b, a > b, a >= b, a <= Version(1), sorted([b, a])[0].n)
key = functools.cmp_to_key(lambda x, y: (x % 3) - (y % 3))
print(sorted([5, 3, 1, 4, 6], key=key), key(1) < key(2), key(3) == key(6), max([1, 2, 3], key=key))
for bad in (
    lambda: Formatter().format("x"),
    lambda: show(),
    lambda: show.register(5),
    lambda: show.register(lambda x: x),
    lambda: a >= 5,
    lambda: functools.total_ordering(type("X", (), {})),
    lambda: key(1) < 5,
    lambda: hash(key(1)),
    lambda: functools.cmp_to_key(lambda a, b: "x")(1) < functools.cmp_to_key(lambda a, b: "x")(2),
):
    try:
        print(bad())
    except (TypeError, NotImplementedError, ValueError) as error:
        print(type(error).__name__, str(error).split(" at 0x")[0].split("<function")[0])
print(show([1, None]))
sorted([3, "x"], key=functools.cmp_to_key(lambda a, b: a - b))
