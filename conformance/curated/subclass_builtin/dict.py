# ---
# id: subclass_builtin/dict
# desc: A subclass of dict: which methods the constructor, update, unpacking and formatting go through.
# ref: stdtypes#mapping-types-dict
# features: [subclass_builtin, dict]
# ---
class Traced(dict):
    def __setitem__(self, key, value):
        print(f"set {key}", end=" ")
        super().__setitem__(key, value)

    def __getitem__(self, key):
        print(f"get {key}", end=" ")
        return super().__getitem__(key)

    def __iter__(self):
        print("iter", end=" ")
        return super().__iter__()

    def keys(self):
        print("keys", end=" ")
        return super().keys()

    def __contains__(self, key):
        print("contains", end=" ")
        return super().__contains__(key)

    def __delitem__(self, key):
        print(f"del {key}", end=" ")
        super().__delitem__(key)


t = Traced(a=1)
t.update(b=2)
t.setdefault("c", 3)
t["d"] = 4
print(len(t), t["a"], t.get("b"), "a" in t, t.pop("d"))
del t["c"]
print(dict(t), {**t}, list(t), [*t], t == {"a": 1, "b": 2})
print("%(a)s" % t, "{a}".format(**t), "{b}".format_map(t), (lambda **kw: kw)(**t))
print(
    t | {"e": 5}, type(t | {}).__name__, type({} | t).__name__, type(t.copy()).__name__,
    type(Traced.fromkeys("x")).__name__,
)
t |= {"f": 6}
print(type(t).__name__, t, repr(t), sorted(t), list(t.items()), t.popitem())


class Attrs(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(f"no key {name!r}") from None

    def __setattr__(self, name, value):
        self[name] = value

    def __delattr__(self, name):
        del self[name]


a = Attrs(x=1, items=2)
a.y = [a.x]
print(a, a.y, a["items"], callable(a.items), hasattr(a, "z"), vars(a))
del a.x
print(a, isinstance(a, dict), a == {"items": 2, "y": [1]}, a != {}, Attrs([("p", 1)], q=2))


class Counter(dict):
    def __init__(self, items=()):
        super().__init__()
        for item in items:
            self[item] = self.get(item, 0) + 1

    def most(self):
        return max(self, key=self.get)

    def __sub__(self, other):
        return Counter(k for k, n in self.items() for _ in range(n - other.get(k, 0)))


c = Counter("abracadabra")
print(c, c.most(), c - Counter("aab"), len(c), bool(Counter()))
for bad in (lambda: a.nothing, lambda: t["nope"], lambda: Attrs(5), lambda: hash(a), lambda: Counter(1)):
    try:
        print(bad())
    except (AttributeError, KeyError, TypeError) as error:
        print(type(error).__name__, error)
del a.missing
