# ---
# id: recursion/through_special_methods
# desc: Runaway recursion through __getattr__, __eq__, __repr__, __hash__, __add__, __iter__, __bool__ and __getitem__.
# ref: exceptions#RecursionError
# features: [recursion, special_method]
# ---
class R:
    def __getattr__(self, name):
        return self.other

    def __eq__(self, other):
        return self == other

    def __hash__(self):
        return hash(self)

    def __repr__(self):
        return repr([self])

    def __str__(self):
        return f"{self}"

    def __add__(self, other):
        return self + other

    def __radd__(self, other):
        return other + self

    def __neg__(self):
        return -self

    def __iter__(self):
        return iter(self)

    def __bool__(self):
        return not self

    def __getitem__(self, key):
        return self[key]

    def __setitem__(self, key, value):
        self[key] = value

    def __contains__(self, item):
        return item in self

    def __lt__(self, other):
        return sorted([self, other])

    def __index__(self):
        return range(self)[0]

    def __format__(self, spec):
        return format(self, spec)


def store(r):
    r[0] = 1


r = R()
actions = {
    "getattr": lambda: r.x,
    "eq": lambda: r == 1,
    "eq in list": lambda: [r] == [R()],
    "hash": lambda: {r},
    "repr": lambda: repr(r),
    "str": lambda: str(r),
    "add": lambda: r + 1,
    "radd": lambda: 1 + r,
    "neg": lambda: -r,
    "iter": lambda: list(r),
    "bool": lambda: bool(r),
    "getitem": lambda: r[0],
    "setitem": lambda: store(r),
    "contains": lambda: 1 in r,
    "lt": lambda: r < r,
    "index": lambda: [0][r],
    "format": lambda: f"{r:x}",
}
for name, action in actions.items():
    try:
        action()
        print(name, "ended")
    except RecursionError as error:
        print(name, "RecursionError")
print(len(actions), isinstance(RecursionError(), RuntimeError))


class Fine:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return other if self.n == 0 else Fine(self.n - 1) + (other + 1)


print(Fine(200) + 0)
Fine(3) + None
