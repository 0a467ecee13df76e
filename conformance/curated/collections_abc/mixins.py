# ---
# id: collections_abc/mixins
# desc: The mixin methods that Sequence, MutableSequence, Set, MutableSet, Mapping and MutableMapping give.
# ref: collections.abc
# features: [collections_abc, class]
# ---
from collections.abc import Mapping, MutableMapping, MutableSequence, MutableSet, Sequence, Set


class Digits(Sequence):
    def __init__(self, text):
        self.text = text

    def __getitem__(self, index):
        return self.text[index]

    def __len__(self):
        return len(self.text)


class Items(MutableSequence):
    def __init__(self, *items):
        self.items = list(items)

    def __getitem__(self, index):
        return self.items[index]

    def __setitem__(self, index, value):
        self.items[index] = value

    def __delitem__(self, index):
        del self.items[index]

    def __len__(self):
        return len(self.items)

    def insert(self, index, value):
        self.items.insert(index, value)


class Bag(MutableSet):
    def __init__(self, items=()):
        self.items = sorted(set(items))

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, item):
        self.items = sorted({*self.items, item})

    def discard(self, item):
        self.items = [i for i in self.items if i != item]

    def __repr__(self):
        return f"Bag({self.items})"


class Lower(MutableMapping):
    def __init__(self, *args, **kwargs):
        self.data = {}
        self.update(*args, **kwargs)

    def __getitem__(self, key):
        return self.data[key.lower()]

    def __setitem__(self, key, value):
        self.data[key.lower()] = value

    def __delitem__(self, key):
        del self.data[key.lower()]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


d = Digits("31415")
print(list(d), "4" in d, d.index("1"), d.index("1", 2), d.count("1"), list(reversed(d)), isinstance(d, Sequence))
i = Items(1, 2, 3)
i.append(4), i.extend([5, 6]), i.reverse(), i.remove(5)
i += [7]
print(i.items, i.pop(), i.pop(0), i.index(3), i.items)
i.clear()
print(len(i), list(i))
b = Bag([3, 1, 2])
print(b | [9], b & {1, 2}, b - [1], b ^ [1, 7], b <= {1, 2, 3, 4}, b == {1, 2, 3}, b > {1}, b.isdisjoint([8]), {1} | b)
b |= [5]
b -= {1}
b &= {2, 3, 5}
b ^= {3, 4}
print(b, b.pop(), b, b.remove(4), b)
m = Lower({"A": 1}, B=2)
print(
    m["a"], m.get("Z", 0), list(m.items()), list(m.keys()), list(m.values()), "B" in m, m.pop("A"),
    m.setdefault("C", 3), m == {"b": 2, "c": 3}, dict(m), m.popitem(), len(m.keys()),
)
m.clear()
print(len(m), m.keys() | {"x"}, isinstance(m, Mapping), m.keys() == set())
for bad in (
    lambda: d.index("9"), lambda: Items().pop(), lambda: b.remove(100), lambda: m["x"], lambda: m.popitem(),
    lambda: Bag().pop(), lambda: hash(b), lambda: hash(m), lambda: Sequence(),
    lambda: type("X", (Set,), {"__len__": len})(),
):
    try:
        print(bad())
    except (ValueError, IndexError, KeyError, TypeError) as error:
        print(type(error).__name__, error)
d[9]
