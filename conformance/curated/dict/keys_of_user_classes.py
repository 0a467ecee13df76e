# ---
# id: dict/keys_of_user_classes
# desc: Keys with own hash and equality: collisions, replaced values, identity first, and calls made by each operation.
# ref: stdtypes#mapping-types-dict
# features: [dict, hash, special_method]
# ---
class Key:
    log = []

    def __init__(self, name, code):
        self.name, self.code = name, code

    def __hash__(self):
        Key.log.append(f"h{self.name}")
        return self.code

    def __eq__(self, other):
        Key.log.append(f"{self.name}={getattr(other, 'name', other)}")
        return isinstance(other, Key) and self.name == other.name

    def __repr__(self):
        return f"{self.name}{self.code}"


def show(label, value):
    print(label, value, *Key.log)
    Key.log.clear()


a, b, c = Key("a", 1), Key("b", 1), Key("c", 2)
d = {}
d[a] = 1
show("store a", d)
d[b] = 2
show("store b, same hash", d)
d[c] = 3
show("store c, other hash", d)
show("read a", d[a])
show("read an equal key", d[Key("b", 1)])
show("equal name, other hash", d.get(Key("a", 7), "none"))
d[Key("a", 1)] = "new"
show("the first key stays", d)
show("in", (b in d, Key("z", 1) in d))
show("setdefault", d.setdefault(Key("c", 2), 9))
show("pop", d.pop(Key("b", 1)))
show("copy", d.copy())
show("merge", d | {Key("q", 1): 0})
show("equal dicts", {a: 1} == {Key("a", 1): 1})
show("fromkeys", dict.fromkeys([a, a, b]))
show("set", len({a, b, Key("a", 1)}))
show("set operations", {a, b} & {Key("b", 1), c})
show("comprehension", {k: k.name for k in (a, b)})
show("items view", (Key("a", 1), "new") in d.items())
show("keys view", d.keys() & {c})
show("update", d.update({Key("c", 2): "updated"}) or d)
del d[Key("c", 2)]
show("delete", d)


class Mutable:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n

    def __eq__(self, other):
        return self.n == other.n


m = Mutable(1)
lost = {m: "value"}
m.n = 2
print(m in lost, Mutable(1) in lost, list(lost)[0] is m, len(lost))
m.n = 1
print(lost[m])
nan = float("nan")
print({nan: 1}.get(nan), {nan: 1}.get(float("nan")), len({nan, nan, float("nan")}))


class Loud(Key):
    def __eq__(self, other):
        raise ValueError(f"{self.name} compared")

    __hash__ = Key.__hash__


x = Loud("x", 5)
safe = {x: 1}
print(safe[x])
safe[Loud("y", 5)]
