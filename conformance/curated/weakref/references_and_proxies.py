# ---
# id: weakref/references_and_proxies
# desc: Weak references to living objects: identity, equality, hashing, proxies, and what cannot be referenced.
# ref: weakref
# features: [weakref]
# ---
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return isinstance(other, Thing) and self.name == other.name

    def __hash__(self):
        return hash(self.name)

    def __len__(self):
        return len(self.name)

    def __add__(self, other):
        return self.name + other

    def __getitem__(self, index):
        return self.name[index]

    def __iter__(self):
        return iter(self.name)

    def method(self):
        return self.name.upper()


class Slotted:
    __slots__ = ("x",)


class WeakSlotted:
    __slots__ = ("x", "__weakref__")


a, same = Thing("a"), Thing("a")
r = weakref.ref(a)
print(
    r() is a, r() is weakref.ref(a)(), weakref.ref(a) is r, r == weakref.ref(same), hash(r) == hash(a),
    {r: 1}[weakref.ref(same)],
)
print(weakref.getweakrefcount(a), len(weakref.getweakrefs(a)), a.__weakref__ is r, type(r).__name__, r.__callback__)
p = weakref.proxy(a)
print(
    p.name, len(p), p + "!", p[0], list(p), p == same, p.method(), isinstance(p, Thing), type(p).__name__, bool(p),
    "a" in p,
)
p.name = "changed"
p.extra = 5
print(a.name, a.extra, str(p)[:0] == "")
del p.extra
print(hasattr(a, "extra"), p.__class__)


def function():
    return "function"


f = weakref.ref(function)
m = weakref.WeakMethod(a.method)
print(f()(), m()(), weakref.ref(Thing)() is Thing, weakref.proxy(function)(), weakref.ref(WeakSlotted()) is not None)
kept = {1, 2}, frozenset(), (n for n in "x"), type("T", (), {})
print([weakref.ref(k)() is k for k in kept])
for bad in (
    lambda: weakref.ref(5),
    lambda: weakref.ref("x"),
    lambda: weakref.ref(None),
    lambda: weakref.ref([]),
    lambda: weakref.ref({}),
    lambda: weakref.ref(()),
    lambda: weakref.ref(Slotted()),
    lambda: weakref.ref(),
    lambda: hash(p),
    lambda: weakref.WeakMethod(5),
    lambda: weakref.ref(a, 1, 2),
    lambda: p.missing,
):
    try:
        print(bad())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Sub(weakref.ref):
    def __call__(self):
        return "sub", super().__call__().name


print(Sub(a)(), Sub(a) == r)
p - 1
