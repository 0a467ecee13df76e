# ---
# id: copy/shallow_and_deep
# desc: copy and deepcopy of every builtin value, aliases kept inside, the memo, and replace.
# ref: copy
# features: [copy, list, dict]
# ---
import copy
from dataclasses import dataclass
from types import SimpleNamespace

inner = [1]
for value in (
    [inner, inner], {"a": inner, "b": inner}, (inner, inner), {1, 2}, frozenset([1]), bytearray(b"x"),
    slice(inner, None),
):
    shallow, deep = copy.copy(value), copy.deepcopy(value)
    print(type(value).__name__, shallow == value, shallow is value, deep == value, deep is value)
pair = copy.deepcopy([inner, inner])
print(pair[0] is pair[1], pair[0] is inner)
same = (1, "x", None, (2, b"y"))
print(
    copy.deepcopy(same) is same, copy.copy(same) is same, copy.deepcopy(len) is len, copy.deepcopy(int) is int,
    copy.copy(lambda: 1) is not None, copy.copy(...) is ...,
)
nested = {"k": [{"deep": (1, [2])}]}
twin = copy.deepcopy(nested)
twin["k"][0]["deep"][1].append(3)
print(nested, twin)
memo = {}
copy.deepcopy(inner, memo)
print(memo[id(inner)] == inner, len(memo) > 0)


class Node:
    def __init__(self, name, links=()):
        self.name, self.links = name, list(links)


a = Node("a")
b = Node("b", [a])
a.links.append(b)
c = copy.deepcopy(a)
print(c.name, c.links[0].links[0] is c, c.links[0] is b, copy.copy(a).links is a.links)


class Slotted:
    __slots__ = ("x", "y")


s = Slotted()
s.x = [1]
t, u = copy.copy(s), copy.deepcopy(s)
print(t.x is s.x, u.x is s.x, u.x == s.x, hasattr(t, "y"))


class Sub(list):
    pass


sub = Sub([inner])
sub.extra = {"k": inner}
d = copy.deepcopy(sub)
print(type(d).__name__, d, d.extra["k"] is d[0], copy.copy(sub).extra is sub.extra)


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0


class Replaceable:
    def __init__(self, **kw):
        self.kw = kw

    def __replace__(self, **changes):
        return Replaceable(**{**self.kw, **changes})


print(copy.replace(Point(1), y=5), copy.replace(Replaceable(a=1), b=2).kw, copy.replace(SimpleNamespace(p=1), p=2))
print(
    copy.deepcopy(ValueError("v", inner)).args, copy.copy(range(3)), copy.deepcopy(Point(1, 2)) == Point(1, 2),
    copy.Error.__name__,
)
for bad in (
    lambda: copy.copy(n for n in "x"),
    lambda: copy.deepcopy(iter({}.keys())) and "fine",
    lambda: copy.replace(5, x=1),
    lambda: copy.replace(Point(1), z=1),
    lambda: copy.copy(),
    lambda: copy.deepcopy([n for n in [(m for m in "y")]]),
):
    try:
        print(bad())
    except TypeError as error:
        print(error)
copy.deepcopy(Node("x")).missing
