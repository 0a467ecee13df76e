# ---
# id: special_methods/missing
# desc: A subclass of dict answers for absent keys with __missing__, in subscription only.
# ref: 3.3.7
# features: [special_method, dict]
# ---
class Default(dict):
    def __missing__(self, key):
        print("missing", key, end=" ")
        if key is None:
            raise KeyError("none is not allowed")
        value = self[key] = f"made {key}"
        return value


class Squares(dict):
    def __missing__(self, n):
        return n * n


class Off(dict):
    __missing__ = None


d = Default(a=1)
print(d["a"], d["b"], d["b"], d)
print(d.get("c"), "c" in d, d.get("c", 5), d.setdefault("e", 6), d.pop("zz", "popped"))
print("%(q)s %(a)s" % d, "{a} {new}".format_map(d), sorted(d))
s = Squares()
print(s[4], len(s), [s[n] for n in range(4)])
d["count"] = 0
d["count"] += 1
d["fresh"] += "!"
print(d["fresh"])
copied = d.copy()
print(type(copied).__name__, type(d | {}).__name__)
for action in (
    lambda: d[None],
    lambda: copied["absent"],
    lambda: Off()["x"],
    lambda: d[[]],
    lambda: dict.__getitem__(Squares(), 3),
    lambda: Squares()["x"],
    lambda: {}.__missing__(1),
    lambda: d.pop("never"),
):
    try:
        print(action())
    except (KeyError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
Squares()[None]
