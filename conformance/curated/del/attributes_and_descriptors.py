# ---
# id: del/attributes_and_descriptors
# desc: Deleting attributes of instances and classes, slots, properties, and inherited ones.
# ref: 7.5
# features: [del, attributes, descriptor]
# ---
class Base:
    __slots__ = ()
    shared = 1

    def method(self):
        return "base"


class Child(Base):
    shared = 2
    __slots__ = ("slot", "__dict__")

    def method(self):
        return "child"


c = Child()
c.shared, c.slot, c.extra = 3, 4, 5
print(c.shared, vars(c))
del c.shared
print(c.shared)
del Child.shared
print(c.shared, Child.shared)
del c.slot
print(hasattr(c, "slot"), vars(c))
del Child.method
print(c.method())
delattr(c, "extra")
print(vars(c))
for action in (
    lambda: delattr(c, "shared"),
    lambda: delattr(Child, "shared"),
    lambda: delattr(c, "slot"),
    lambda: delattr(c, "method"),
    lambda: delattr(Child, "__dict__"),
    lambda: delattr(c, "__class__"),
    lambda: delattr(int, "real"),
    lambda: delattr(5, "real"),
    lambda: delattr(c, 5),
    lambda: delattr(Child, "__name__"),
):
    try:
        print(action())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


class Managed:
    def __init__(self):
        self._x = 1

    @property
    def x(self):
        return self._x

    @x.deleter
    def x(self):
        print("deleting x", end=" ")
        del self._x

    @property
    def kept(self):
        return "kept"


m = Managed()
del m.x
print(vars(m), hasattr(m, "x"))
try:
    del m.kept
except AttributeError as error:
    print(error)
del Managed.kept
print(hasattr(m, "kept"))
c.__dict__ = {"a": 1}
del c.__dict__
print(vars(c))
f = lambda: 1
f.attr = 1
del f.attr, f.__defaults__
print(vars(f), f.__defaults__)
del Child.slot
del m.x
