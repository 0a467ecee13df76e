# ---
# id: special_methods/in_place_all
# desc: Every in-place method, its fallback to the plain one, on names, attributes, items and slices.
# ref: 3.3.8
# features: [special_method, augmented]
# ---
def method(name, result=None):
    def call(self, other):
        self.log.append(name)
        return self if result is None else result

    return call


signs = {
    "+=": "add", "-=": "sub", "*=": "mul", "@=": "matmul", "/=": "truediv", "//=": "floordiv", "%=": "mod", "**=": "pow",
    "<<=": "lshift", ">>=": "rshift", "&=": "and", "^=": "xor", "|=": "or",
}


class Base:
    def __init__(self):
        self.log = []


InPlace = type("InPlace", (Base,), {f"__i{name}__": method("i" + name) for name in signs.values()})
Plain = type("Plain", (Base,), {f"__{name}__": method(name, f"new from {name}") for name in signs.values()})
Refuses = type(
    "Refuses",
    (Plain,),
    {f"__i{name}__": lambda self, other: self.log.append("asked") or NotImplemented for name in signs.values()},
)
Bare = type("Bare", (), {})


class Holder:
    pass


for sign, name in signs.items():
    for cls in (InPlace, Plain, Refuses):
        holder, items = Holder(), [None, {}]
        x = same = holder.attr = items[0] = items[1]["k"] = cls()
        exec(f"x {sign} 1")
        exec(f"holder.attr {sign} 2")
        exec(f"items[0] {sign} 3")
        exec(f"items[1]['k'] {sign} 4")
        print(
            sign, cls.__name__, x if isinstance(x, str) else x is same, holder.attr is same, items[0] is same,
            same.log,
        )
    try:
        exec(f"bare {sign} 1", {"bare": Bare()})
    except TypeError as error:
        print(error)


class Slots:
    def __getitem__(self, key):
        print("get", key, end=" ")
        return InPlace()

    def __setitem__(self, key, value):
        print("set", key, type(value).__name__)


s = Slots()
s[1:2] += 1
s[..., 0] @= 2
t = ([1],)
try:
    t[0] += [2]
except TypeError as error:
    print(error, t)
t[0].extend([3])
x = InPlace()
(x.log).append("parenthesised")
x.log += ["list"]
print(x.log)
bare = Bare()
bare.missing += 1
