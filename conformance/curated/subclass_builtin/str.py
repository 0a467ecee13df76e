# ---
# id: subclass_builtin/str
# desc: A subclass of str: methods answer plain str, overridden ones are used where the language asks for them.
# ref: stdtypes#text-sequence-type-str
# features: [subclass_builtin, str]
# ---
class Tag(str):
    def __new__(cls, text, level=1):
        self = super().__new__(cls, text)
        self.level = level
        return self

    def shout(self):
        return self.upper() + "!" * self.level


t = Tag("name", 3)
print(t, repr(t), t.shout(), t.level, len(t), t == "name", hash(t) == hash("name"), {"name": 1}[t], t in "my name is")
for value in (
    t + "x", "x" + t, t * 2, t[0], t[:], t.upper(), t.strip(), t.replace("z", "y"), str(t), t.format(), f"{t}",
    t % (),
):
    print(value, type(value).__name__, end="; ")
print()
print(
    [type(part).__name__ for part in t.split("a")], "-".join([t, t]), type("".join([t])).__name__,
    type(t.join(["a"])).__name__,
)
print(Tag(5), Tag(b"x".decode()), Tag("é").encode(), t.islower(), sorted(Tag("cab")), list(t), [*reversed(t)], max(t))


class Insensitive(str):
    def __eq__(self, other):
        return self.lower() == other.lower()

    def __hash__(self):
        return hash(self.lower())

    def __getitem__(self, index):
        return Insensitive(super().__getitem__(index))

    def __contains__(self, other):
        return str.__contains__(self.lower(), other.lower())

    def __len__(self):
        return 99

    def __iter__(self):
        return iter("iter")

    def __str__(self):
        return "own str"

    def __format__(self, spec):
        return f"own format {spec}"


i = Insensitive("Hello")
print(i == "HELLO", "hello" == i, i != "x", i in {"hello": 1}, {i: 1}["hello"] if i == "hello" else None, "ELL" in i)
print(
    type(i[0]).__name__, i[1], i[1:3], len(i), list(i), str(i), f"{i}", f"{i:>5}", "%s" % i, i.upper(), i + "",
    "x" + i,
)
print("".join([i, "!"]), i.join("ab"), "Hello" in [i], i.index("l"), [c for c in i], sorted(i), repr(i), print(i))
attributes = type("Box", (), {"name": 1})()
print(getattr(attributes, t), setattr(attributes, Tag("other"), 2), vars(attributes))
print(int(Tag("12")), float(Tag("1.5")), eval(Tag("1 + 1")), Tag("a").__class__.__name__, {**{Tag("k"): 1}})
for bad in (
    lambda: t + 1, lambda: Tag(), lambda: t["x"], lambda: Tag("x", 1, 2), lambda: setattr(t, "upper", 1) or t.upper(),
):
    try:
        print(bad())
    except TypeError as error:
        print(error)
Tag("x").index("y")
