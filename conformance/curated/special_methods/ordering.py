# ---
# id: special_methods/ordering
# desc: __lt__, __le__, __gt__ and __ge__ reflect into each other; sorting, min and max use only __lt__ or __gt__.
# ref: 3.3.1
# features: [special_method, comparison]
# ---
class Version:
    def __init__(self, text):
        self.parts = tuple(int(part) for part in text.split("."))

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts < other.parts

    def __repr__(self):
        return "v" + ".".join(map(str, self.parts))


class Full(Version):
    def __le__(self, other):
        print("le", end=" ")
        return self.parts <= other.parts


class Loud:
    def __init__(self, name):
        self.name = name

    def __lt__(self, other):
        print(f"{self.name}<{getattr(other, 'name', other)}", end=" ")
        return self.name < getattr(other, "name", "")

    def __gt__(self, other):
        print(f"{self.name}>{getattr(other, 'name', other)}", end=" ")
        return self.name > getattr(other, "name", "")


a, b = Version("1.2"), Version("1.10")
print(a < b, b < a, a > b, b > a)
print(sorted([b, a, Version("1")]), max(a, b), min(b, a), Full("1") <= b, b >= Full("2"))
print(sorted([Loud("b"), Loud("a"), Loud("c")])[0].name)
print(max(Loud("a"), Loud("b")).name, min(Loud("a"), Loud("b")).name)
print(Loud("x") < 5, 5 < Loud("y"), 5 > Loud("z"))
print((1, Loud("p")) < (1, Loud("q")), [Loud("p")] > [Loud("q")])
for action in (
    lambda: a <= b,
    lambda: a >= b,
    lambda: a < 1,
    lambda: 1 < a,
    lambda: object() < object(),
    lambda: sorted([a, 1, b]),
    lambda: max(a, "x"),
    lambda: Loud("m") <= 3,
):
    try:
        print(action())
    except TypeError as error:
        print(error)
a.parts < b.parts >= a
