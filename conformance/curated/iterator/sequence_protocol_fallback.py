# ---
# id: iterator/sequence_protocol_fallback
# desc: Objects with __getitem__ alone are iterated by index until IndexError; everything that consumes them.
# ref: 3.3.7
# features: [iterator, special_method, subscript]
# ---
class Squares:
    def __init__(self, limit):
        self.limit, self.asked = limit, []

    def __getitem__(self, index):
        self.asked.append(index)
        if index >= self.limit:
            raise IndexError("past the end")
        return index * index


s = Squares(4)
print(list(s), s.asked)
print(
    tuple(Squares(3)), sum(Squares(4)), max(Squares(4)), sorted(Squares(3), reverse=True),
    set(Squares(3)) == {0, 1, 4}, 9 in Squares(5),
)
a, *b = Squares(3)
print(
    a, b, [*Squares(2)], {**dict(enumerate(Squares(2)))}, list(zip(Squares(3), "ab")), "".join(map(str, Squares(4))),
    list(map(str, Squares(2))),
)
print(
    [x for x in Squares(3) for _ in range(x)], any(Squares(3)), all(Squares(3)), dict.fromkeys(Squares(2)),
    next(iter(Squares(1))),
)
it = iter(s)
print(type(it).__name__, next(it), next(it), s.asked[-1], list(it), next(it, "exhausted"))
s.limit = 100
print(next(it, "stays exhausted"))


class Letters:
    def __getitem__(self, index):
        return "xyz"[index]

    def __len__(self):
        return 3


print(
    list(Letters()), list(reversed(Letters())), Letters()[-1], "y" in Letters(), len(Letters()),
    iter(Letters()).__length_hint__(),
)


class Keyed:
    def __getitem__(self, key):
        if key == "name":
            return "by key"
        raise KeyError(key)


class Stops:
    def __getitem__(self, index):
        if index == 2:
            raise StopIteration
        return index


class Infinite:
    def __getitem__(self, index):
        return -index


print(list(Stops()), [x for x, _ in zip(Infinite(), range(3))], -5 in Infinite())
for action in (
    lambda: list(Keyed()),
    lambda: iter(Keyed()).__next__(),
    lambda: "name" in Keyed(),
    lambda: reversed(Squares(1)),
    lambda: len(Squares(1)),
    lambda: [*Keyed()],
    lambda: dict(Keyed()),
):
    try:
        print(action())
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)


class Changes(list):
    def __iter__(self):
        return iter(["from", "iter"])

    def __getitem__(self, index):
        return "getitem"


c = Changes([1, 2])
print(list(c), [*c], c[0], sum(len(x) for x in c), "iter" in c, 1 in c, list(reversed(c)))
for value in Squares(2):
    print(value, end=" ")
else:
    print("else")


class Broken:
    def __getitem__(self, index):
        return 10 // (2 - index)


for value in Broken():
    print(value, end=" ")
