# ---
# id: builtins/with_user_objects
# desc: The builtin functions over objects of user classes: what they call and in which order.
# ref: functions
# features: [builtins, class, special_method]
# ---
class Thing:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"T{self.n}"

    def __lt__(self, other):
        print(f"{self}<{other}", end=" ")
        return self.n < other.n

    def __gt__(self, other):
        print(f"{self}>{other}", end=" ")
        return self.n > other.n

    def __add__(self, other):
        return Thing(self.n + (other.n if isinstance(other, Thing) else other))

    __radd__ = __add__

    def __eq__(self, other):
        return isinstance(other, Thing) and self.n == other.n

    def __hash__(self):
        return hash(self.n)

    def __bool__(self):
        return self.n > 0

    def __index__(self):
        return self.n

    def __abs__(self):
        return Thing(abs(self.n))

    def __divmod__(self, other):
        return Thing(self.n // other), Thing(self.n % other)

    def __round__(self, digits=None):
        return f"round {digits}"

    def __format__(self, spec):
        return f"<{self.n:{spec}}>"

    def __dir__(self):
        return ["z", "a"]


things = [Thing(n) for n in (3, 1, 2)]
print(sum(things), sum(things, Thing(10)), sum(things, 5))
print(max(things))
print(min(things, key=lambda t: -t.n), max(Thing(1), Thing(5)))
print(sorted(things))
print(
    sorted(things, key=hash, reverse=True), any([Thing(0), Thing(1)]), all([Thing(0)]),
    list(filter(None, [Thing(0), Thing(2)])),
)
print(
    abs(Thing(-4)), divmod(Thing(7), 3), round(Thing(1)), round(Thing(1), 2), format(Thing(5), "03"), dir(Thing(1)),
    hash(Thing(9)),
)
print(
    bin(Thing(5)), hex(Thing(255)), chr(Thing(97)), range(Thing(3)), "abc"[Thing(1)], [1, 2, 3][: Thing(2)],
    bytes(Thing(2)), int(Thing(7)),
)
print(
    list(enumerate(things, Thing(5))), list(zip(things, range(Thing(2)))), list(map(abs, things)),
    dict.fromkeys(things, 0), set(things) == {Thing(1), Thing(2), Thing(3)},
)
print(
    isinstance(things[0], Thing), callable(Thing), callable(things[0]), repr(things), str(things[0]), ascii(things),
    bool(Thing(0)), things.index(Thing(2)),
)


class Callback:
    def __init__(self):
        self.calls = 0

    def __call__(self):
        self.calls += 1
        return self.calls


print(
    list(iter(Callback(), 4)), getattr(things[0], "n"), hasattr(things[0], "m"), vars(things[0]),
    id(things[0]) == id(things[0]), type(things[0]).__name__,
)
setattr(things[0], "m", 5)
delattr(things[0], "n")
print(vars(things[0]))
for bad in (
    lambda: len(Thing(1)), lambda: iter(Thing(1)), lambda: reversed(Thing(1)), lambda: next(Thing(1)),
    lambda: sum(["a"]), lambda: ord(Thing(1)), lambda: pow(Thing(1), 2), lambda: float("x"), lambda: complex(Thing),
):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
max(things)
