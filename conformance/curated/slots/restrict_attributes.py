# ---
# id: slots/restrict_attributes
# desc: __slots__ leaves no instance dict: only the named attributes can be set, and reading an empty one fails.
# ref: 3.2.11.1
# features: [slots, class]
# ---
class Point:
    __slots__ = ("x", "y", "_hidden")

    def __init__(self, x, y=None):
        self.x = x
        if y is not None:
            self.y = y


class Single:
    __slots__ = "only"


class Dict:
    __slots__ = ("a", "__dict__")


class Weak:
    __slots__ = ["__weakref__"]


class FromIterator:
    __slots__ = (name for name in ("p", "q"))


class Documented:
    __slots__ = {"m": "the m", "n": None}


p = Point(1, 2)
print(p.x, p.y, hasattr(p, "_hidden"), hasattr(p, "__dict__"), Point.__slots__, type(Point.x).__name__)
s = Single()
s.only = 5
d = Dict()
d.a, d.b = 1, 2
print(s.only, d.__dict__, d.a, hasattr(Weak(), "__weakref__"), Documented.__slots__["m"], Documented.m.__doc__)
f = FromIterator()
f.p = f
print(f.p is f, [n for n in dir(f) if len(n) == 1], list(FromIterator.__slots__))
del p.x
p.x = "again"
print(p.x, Point.x.__get__(p), getattr(Point(1), "y", "unset"))
for bad in (
    lambda: setattr(p, "z", 1),
    lambda: p._hidden,
    lambda: delattr(p, "_hidden"),
    lambda: delattr(p, "z"),
    lambda: p.__dict__,
    lambda: p.__weakref__,
    lambda: vars(p),
    lambda: setattr(Weak(), "x", 1),
    lambda: Point.x.__get__(5),
    lambda: Point.__slots__.append("z"),
):
    try:
        print(bad())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
Point.z = "a class attribute"
print(p.z)
p.z = 2
