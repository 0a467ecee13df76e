# ---
# id: special_methods/lookup_on_type_only
# desc: Implicit special methods are found on the type, past __getattribute__ and the instance dict.
# ref: 3.3.12
# features: [special_method, attributes]
# ---
class Meta(type):
    def __len__(cls):
        return 100

    def __iter__(cls):
        return iter(["from", "meta"])

    def __call__(cls, *args):
        print("meta call", args, end=" ")
        return super().__call__(*args)

    def __contains__(cls, item):
        return item == "meta"

    def __str__(cls):
        return "Str of " + cls.__name__


class Thing(metaclass=Meta):
    def __init__(self, *args):
        self.args = args

    def __len__(self):
        return len(self.args)

    def __getattribute__(self, name):
        print(f"({name})", end=" ")
        return super().__getattribute__(name)


t = Thing(1, 2)
print(len(t), len(Thing), list(Thing), "meta" in Thing, str(Thing), f"{Thing}", repr(Thing))
for name in ("__len__", "__repr__", "__call__", "__iter__", "__hash__", "__eq__", "__add__", "__bool__"):
    setattr(t, name, lambda *args: "from the instance")
print(len(t), t == t, bool(t), t.__len__())
for action in (lambda: t(), lambda: iter(t), lambda: t + 1, lambda: 5 in t):
    try:
        print(action())
    except TypeError as error:
        print(error)
Thing.__add__ = lambda self, other: ("now on the type", other)
Thing.__iter__ = lambda self: iter(object.__getattribute__(self, "args"))
print(t + 1, list(t), 2 in t)
del Thing.__len__
try:
    len(t)
except TypeError as error:
    print(error)
print(len(Thing), bool(t))
Thing.__len__ = 5
len(t)
