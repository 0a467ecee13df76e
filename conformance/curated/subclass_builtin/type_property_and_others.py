# ---
# id: subclass_builtin/type_property_and_others
# desc: Subclasses of property, classmethod, staticmethod, super, enumerate, zip, map, filter, reversed and object.
# ref: 3.3.3
# features: [subclass_builtin, class]
# ---
class logged(property):
    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        print("read", self.fget.__name__, end=" ")
        return super().__get__(instance, owner)


class counted(classmethod):
    calls = 0

    def __get__(self, instance, owner=None):
        counted.calls += 1
        return super().__get__(instance, owner)


class shown(staticmethod):
    def __call__(self, *args):
        return "called", args


class Thing:
    def __init__(self):
        self._size = 3

    @logged
    def size(self):
        "The size."
        return self._size

    @size.setter
    def size(self, value):
        self._size = value

    @counted
    def make(cls):
        return cls()

    @shown
    def helper(*args):
        return args


t = Thing()
print(t.size, type(Thing.size).__name__, Thing.size.__doc__)
t.size = 9
print(t.size, Thing.make().size, counted.calls, Thing.helper(1), vars(Thing)["helper"](2))


class Numbered(enumerate):
    def __next__(self):
        index, item = super().__next__()
        return f"{index}: {item}"


class Pairs(zip):
    def __repr__(self):
        return "Pairs"


class Squares(map):
    def __new__(cls, *iterables):
        return super().__new__(cls, lambda x: x * x, *iterables)


class Truthy(filter):
    def __new__(cls, iterable):
        return super().__new__(cls, None, iterable)


class Back(reversed):
    name = "back"


print(
    list(Numbered("ab", start=5)), Pairs([1], [2]), list(Pairs("ab", [1, 2])), list(Squares([1, 2, 3])),
    list(Truthy([0, 1, ""])),
)
print(list(Back([1, 2])), Back("x").name, next(Numbered("z")))


class Up(super):
    pass


class Child(Thing):
    def size_above(self):
        return Up(Child, self).size


print(Child().size_above())


class Base(object):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)


print(type(Base()).__name__)
for bad in (lambda: Base(x=1), lambda: Squares(), lambda: Numbered(), lambda: Back(5), lambda: logged(1, 2, 3, 4, 5)):
    try:
        print(bad())
    except TypeError as error:
        print(error)
del t.size
