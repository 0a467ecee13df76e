# ---
# id: star_unpack/calls_and_displays
# desc: Star and double-star unpacking of every iterable and mapping in calls and displays, in order.
# ref: 6.3.4
# features: [starred, arguments, evaluation_order]
# ---
def show(*args, **kwargs):
    return args, kwargs


class Items:
    def __init__(self, *items):
        self.items = items

    def __iter__(self):
        print(f"iter{self.items}", end=" ")
        return iter(self.items)


class Mapped:
    def __init__(self, **data):
        self.data = data

    def keys(self):
        print("keys", end=" ")
        return self.data.keys()

    def __getitem__(self, key):
        print(f"[{key}]", end=" ")
        return self.data[key]


def say(value):
    print(value, end=" ")
    return value


print(show(*Items(1, 2), say(3), *Items(4), k=say("k"), **Mapped(a=1, b=2), last=say("last")))
print(show(*"ab", *[], *(), *{"x": 1}, *range(2), *(n for n in "z")), show(**{}, **{"a": 1}, b=2))
print(show(k=say(1), *Items(2)), show(*Items(3), **Mapped(z=1)))
print([*Items(1), 2, *Items(3)], (*Items(1), 2), {*Items(1), 1}, {**Mapped(a=1), "b": 2, **{"a": 3}})
print([*[]], (*[],), {*()}, {**{}}, [*"abc"][::-1], [[*row] for row in ((1, 2), (3,))])
print({"a": 1, **{"a": 2}}, {**{"a": 1}, "a": 2}, {1: "int", **{True: "bool"}}, {**{1: 2, "x": 3, (1,): 4}})
a = [1, 2]
print(*a, *a[::-1], sep="-")
print(show(*a, *a, **dict(zip("pq", a))), max(*a, 5), f"{[*a, 3]}", [*a, *a] == a * 2)
x = *a, 3
y = *a,
print(x, y, [*x, *y])


def returns():
    return *a, *a


def yields():
    yield *a, 9


print(returns(), list(yields()), {(1, 2): "sub"}[*a])
for n in *a, 7:
    print(n, end=" ")
print()
for bad in (
    lambda: show(*5),
    lambda: show(**5),
    lambda: show(**[1]),
    lambda: show(**{1: 2}),
    lambda: show(a=1, **{"a": 2}),
    lambda: show(**{"a": 1}, **{"a": 2}),
    lambda: [*5],
    lambda: {**5},
    lambda: {*[[]]},
    lambda: (*None,),
    lambda: print(*1.5),
    lambda: len(*["a", "b"]),
    lambda: show(*[1], **Mapped),
    lambda: {**[("a", 1)]},
):
    try:
        print(bad())
    except TypeError as error:
        print(error)
show(*Items(1), **{"ok": 1}, **Mapped(ok=2))
