# ---
# id: subclass_builtin/set_and_frozenset
# desc: Subclasses of set and frozenset: operators answer the base class, in-place ones keep the object.
# ref: stdtypes#set-types-set-frozenset
# features: [subclass_builtin, set, frozenset]
# ---
class Tags(set):
    def __init__(self, items=(), owner=None):
        super().__init__(items)
        self.owner = owner

    def add(self, item):
        print("add", item, end=" ")
        super().add(item.lower())


class Frozen(frozenset):
    def __new__(cls, *items):
        return super().__new__(cls, items)

    def __contains__(self, item):
        return item == "always" or super().__contains__(item)


t = Tags("ab", owner="me")
t.add("C")
print(sorted(t), t.owner, t == {"a", "b", "c"}, {"a"} < t, len(t), repr(Tags([1])), repr(Tags()), vars(t))
for value in (t | {"d"}, t & {"a"}, t - {"a"}, t ^ {"a"}, t.copy(), t.union("x"), {"a"} | t, set(t), frozenset(t)):
    print(type(value).__name__, end=" ")
print()
same = t
t |= {"x"}
t &= {"x", "a"}
t -= {"a"}
t ^= {"q"}
t.update("r")
print(t is same, sorted(t), type(t).__name__, t.owner)
f = Frozen(1, 2)
print(
    f == {1, 2}, hash(f) == hash(frozenset([1, 2])), {frozenset([1, 2]): "key"}[f], "always" in f, 3 in f,
    repr(Frozen(5)),
)
for value in (f | {3}, f & {1}, f.copy(), f.union([9]), Frozen(), f - f):
    print(type(value).__name__, len(value), end="; ")
print()
g = f
f |= {3}
print(type(f).__name__, sorted(f), sorted(g), Frozen(2, 1) == g, Frozen(1) <= g, g.isdisjoint([5]))


class Ordered(set):
    def __iter__(self):
        return iter(sorted(super().__iter__()))

    def __len__(self):
        return 100


o = Ordered([3, 1, 2])
print(list(o), [*o], len(o), sum(o), sorted(o, reverse=True), tuple(o), bool(Ordered()), o == {1, 2, 3})
print({1: Frozen(1)}, {Frozen(1): 2}, [Frozen()], {Frozen(7)})
for bad in (
    lambda: hash(t), lambda: {t}, lambda: t.add(5), lambda: t | [1], lambda: f.add(1), lambda: Tags(5), lambda: t < 3,
):
    try:
        print(bad())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
t.remove("nothing")
