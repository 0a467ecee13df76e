# ---
# id: subclass_builtin/tuple
# desc: Subclasses of tuple are made by __new__ and answer plain tuples from their operations.
# ref: stdtypes#tuples
# features: [subclass_builtin, tuple]
# ---
class Point(tuple):
    __slots__ = ()

    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))

    x = property(lambda self: self[0])
    y = property(lambda self: self[1])

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __add__(self, other):
        if len(other) != 2:
            return NotImplemented
        return Point(self.x + other[0], self.y + other[1])


p = Point(3, 4)
print(
    p, p.x, p[1], p == (3, 4), (3, 4) == p, hash(p) == hash((3, 4)), {(3, 4): "found"}[p], len(p), p < (3, 5),
    p in {p},
)
print(p + (1, 1), (1, 1) + p, p * 2, type(p[:]).__name__, type(p * 1).__name__, type(tuple(p)).__name__, tuple(p) is p)
x, y = p
print(x, y, [*p], max(p), sorted(p), p.index(4), p.count(3), "%s-%s" % p, "{} {}".format(*p), list(zip(p, "ab")))
match p:
    case (3, y):
        print("pattern", y)


class Named(tuple):
    def __init__(self, *args):
        print("init", args)
        self.made = True


n = Named([1, 2])
n.extra = 5
print(n, n.made, vars(n), Named(), Named("ab"))


class Typed(tuple):
    def __new__(cls, *items):
        for item in items:
            if not isinstance(item, int):
                raise TypeError(f"{item!r} is not an int")
        return tuple.__new__(cls, items)

    def __getitem__(self, index):
        return f"item {super().__getitem__(index)}"

    def __iter__(self):
        return (f"iter {n}" for n in tuple.__iter__(self))

    def __eq__(self, other):
        return "equal?"

    __hash__ = None


t = Typed(1, 2, 3)
print(t[0], list(t), t == 5, (t,) == (5,), t, tuple(t), [*t], t[1:], t + (4,))
a, b, c = t
print(a, b, c)
for bad in (
    lambda: p + (1,), lambda: p.z, lambda: Point(1), lambda: Typed(1, "x"), lambda: setattr(p, "z", 1),
    lambda: {t: 1},
):
    try:
        print(bad())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
p[0] = 5
