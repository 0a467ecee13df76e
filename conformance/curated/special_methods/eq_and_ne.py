# ---
# id: special_methods/eq_and_ne
# desc: __eq__ and __ne__: defaults, delegation, reflection, subclass priority and answers that are not bool.
# ref: 3.3.1
# features: [special_method, comparison]
# ---
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        print("eq", end=" ")
        if not isinstance(other, Point):
            return NotImplemented
        return (self.x, self.y) == (other.x, other.y)


class Named(Point):
    def __eq__(self, other):
        print("named", end=" ")
        return super().__eq__(other)


class Plain:
    pass


class Odd:
    def __eq__(self, other):
        return ["a list", other]

    def __ne__(self, other):
        return ""


p = Point(1, 2)
print(p == Point(1, 2), p != Point(1, 2), p == 3, p != 3, 3 == p, None != p)
print(p == Named(1, 2), Named(1, 2) == p, p != Named(1, 3))
a, b = Plain(), Plain()
print(a == a, a == b, a != b, a != a, a == 1)
print(Odd() == 1, 2 == Odd(), Odd() != 1, bool(Odd() != 5))
print(p in [1, Point(1, 2)], [p] == [Point(1, 2)], (1, p) == (1, p), [1, 2, p].index(Point(1, 2)), [p].count(p))
same = Odd()
print([same] == [same], same in [3], {"k": p} == {"k": Point(1, 2)})


class Raises:
    def __eq__(self, other):
        raise ValueError(f"compared with {other!r}")

    def __ne__(self, other):
        return 1 / 0


r = Raises()
print([r] == [r], r in [r])
for action in (
    lambda: r == 1, lambda: 1 == r, lambda: r != 1, lambda: [r] == [2], lambda: 3 in [r], lambda: [r].index(4),
):
    try:
        print(action())
    except (ValueError, ZeroDivisionError) as error:
        print(error)
[0, 1, r].remove("x")
