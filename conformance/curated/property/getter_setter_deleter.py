# ---
# id: property/getter_setter_deleter
# desc: A property with all three functions, made by decorators and by call, with its attributes and errors.
# ref: functions#property
# features: [property, decorator]
# ---
class Box:
    def __init__(self):
        self._value = 1

    @property
    def value(self):
        "The value."
        print("get", end=" ")
        return self._value

    @value.setter
    def value(self, new):
        print(f"set {new}", end=" ")
        self._value = new

    @value.deleter
    def value(self):
        print("del", end=" ")
        self._value = None

    @property
    def readonly(self):
        return 5

    def _get(self):
        return "by call"

    called = property(_get, doc="made by a call")
    writeonly = property(None, lambda self, v: setattr(self, "_w", v))
    empty = property()


b = Box()
b.value += 10
print(b.value)
del b.value
print(b.value, b._value)
print(Box.value.__doc__, Box.called.__doc__, b.called, Box.readonly.fset, Box.value.fget.__name__, Box.value.__name__)
b.writeonly = 3
print(b._w, vars(b))
for bad in (
    lambda: setattr(b, "readonly", 1),
    lambda: delattr(b, "readonly"),
    lambda: b.writeonly,
    lambda: b.empty,
    lambda: setattr(b, "empty", 1),
    lambda: delattr(b, "value") or b.value.x,
    lambda: setattr(Box.value, "fget", None),
    lambda: property(1).fget,
    lambda: property(5).__get__(b),
    lambda: property(lambda: 1).__get__(b),
    lambda: Box.readonly.__set__(b, 1),
):
    try:
        print(bad())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Child(Box):
    @Box.value.getter
    def value(self):
        return "child " + str(super().value)

    @property
    def readonly(self):
        return super().readonly + 1


c = Child()
c.value = 7
print(c.value, c.readonly, Child.value.fset is Box.value.fset)
Box.value = "replaced"
print(b.value, c.value)
c.readonly = 1
