# ---
# id: weakref/containers_of_living_objects
# desc: WeakKeyDictionary, WeakValueDictionary and WeakSet while their members live.
# ref: weakref#weakref.WeakKeyDictionary
# features: [weakref, dict, set]
# ---
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


a, b, c = (Node(n) for n in "abc")
values = weakref.WeakValueDictionary({"a": a}, b=b)
values["c"] = c
print(
    dict(values), len(values), values["a"], values.get("z"), "b" in values, sorted(values), list(values.values()),
    sorted(values.items()),
)
print(
    values.pop("c"), values.setdefault("c", c), dict(values | {"d": a}), len(values.valuerefs()),
    [r() for r in values.itervaluerefs()],
)
values.update({"e": b})
del values["e"]
keys = weakref.WeakKeyDictionary({a: 1})
keys[b] = [2]
keys[b].append(3)
print(
    dict(keys), keys[a], keys.get(c, "none"), c in keys, len(keys), [r() for r in keys.keyrefs()], keys.pop(a),
    list(keys.items()),
)
group = weakref.WeakSet([a, b])
group.add(c)
group.add(a)
print(
    len(group), a in group, sorted(group, key=str), len(group & {a}), group - {a} == {b, c}, group | [a] == group,
    group <= {a, b, c}, group.isdisjoint([5]),
)
group.discard(a)
group.remove(b)
print(sorted(group, key=str), group.pop(), len(group), bool(group))


class Cache:
    def __init__(self):
        self.made, self.store = 0, weakref.WeakValueDictionary()

    def get(self, name):
        node = self.store.get(name)
        if node is None:
            self.made += 1
            node = self.store[name] = Node(name)
        return node


cache = Cache()
first = cache.get("x")
print(cache.get("x") is first, cache.made)


class Parent:
    def __init__(self):
        self.children = []

    def add(self, name):
        child = Node(name)
        child.parent = weakref.proxy(self)
        self.children.append(child)
        return child


parent = Parent()
child = parent.add("kid")
print(child.parent.children, parent.children[0].parent is not parent)
for bad in (
    lambda: values.__setitem__("k", 5),
    lambda: keys.__setitem__(5, "v"),
    lambda: keys.__setitem__([], 1),
    lambda: group.add(5),
    lambda: values["missing"],
    lambda: keys[c],
    lambda: group.remove(b),
    lambda: weakref.WeakSet().pop(),
    lambda: weakref.WeakValueDictionary(5),
):
    try:
        print(bad())
    except (TypeError, KeyError) as error:
        print(type(error).__name__, "" if "weakref at" in str(error) else error)
print(len(values))
parent.add(5).name.upper()
