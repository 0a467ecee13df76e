# ---
# id: special_methods/setattr_and_delattr
# desc: __setattr__ and __delattr__ stand before every store and deletion, data descriptors included.
# ref: 3.3.2
# features: [special_method, attributes]
# ---
class Validated:
    types = {"age": int, "name": str}

    def __setattr__(self, name, value):
        print(f"set {name}={value!r}", end=" ")
        expected = self.types.get(name, object)
        if not isinstance(value, expected):
            raise TypeError(f"{name} must be {expected.__name__}, not {type(value).__name__}")
        super().__setattr__(name, value)

    def __delattr__(self, name):
        print(f"del {name}", end=" ")
        if name == "name":
            raise AttributeError("name stays")
        object.__delattr__(self, name)

    @property
    def upper(self):
        return self.name.upper()

    @upper.setter
    def upper(self, value):
        self.name = value.lower()


v = Validated()
v.age = 5
v.name = "ann"
v.upper = "BOB"
v.age += 1
print(vars(v))
setattr(v, "extra", [1])
v.extra.append(2)
(v.a, v.b), v.c = "xy", None
for v.i in range(2):
    pass
print(vars(v))
del v.extra, v.i
delattr(v, "c")
v.__dict__["age"] = "unchecked"
print(vars(v))
for action in (
    lambda: setattr(v, "age", "x"),
    lambda: delattr(v, "name"),
    lambda: delattr(v, "absent"),
    lambda: v.__setattr__("age", None),
    lambda: object.__setattr__(v, "age", "forced"),
    lambda: object.__setattr__(v, 5, 1),
    lambda: setattr(v, 5, 1),
    lambda: setattr(v, "age"),
):
    try:
        print(action())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Frozen:
    def __init__(self, x):
        object.__setattr__(self, "x", x)

    def __setattr__(self, name, value):
        raise AttributeError(f"cannot assign {name!r}")

    __delattr__ = None


f = Frozen(1)
print(f.x)
try:
    del f.x
except TypeError as error:
    print(error)
f.x = 2
