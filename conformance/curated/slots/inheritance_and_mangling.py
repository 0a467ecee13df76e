# ---
# id: slots/inheritance_and_mangling
# desc: Slots in a hierarchy, redefined slots, mangled names, class attributes that conflict, and layouts that do not mix.
# ref: 3.2.11.1
# features: [slots, name_mangling, class]
# ---
class Base:
    __slots__ = ("a", "__private")

    def __init__(self):
        self.a, self.__private = 1, 2

    def get(self):
        return self.__private


class Child(Base):
    __slots__ = ("b",)


class Open(Base):
    pass


class Empty(Base):
    __slots__ = ()


class Redefines(Base):
    __slots__ = ("a",)


c, o = Child(), Open()
c.b = 3
o.anything = 4
print(c.a, c.b, c.get(), o.__dict__, o.a, sorted(n for n in dir(Base) if "private" in n), Child.__slots__)
r = Redefines()
Base.a.__set__(r, "hidden below")
print(r.a, Base.a.__get__(r), Empty().a)
for make in (
    lambda: type("X", (), {"__slots__": ("a",), "a": 1}),
    lambda: type("X", (), {"__slots__": ("not valid",)}),
    lambda: type("X", (), {"__slots__": (1,)}),
    lambda: type("X", (), {"__slots__": 1}),
    lambda: type("X", (), {"__slots__": ("a", "a")}).__slots__,
    lambda: type("X", (), {"__slots__": ("__dict__", "__dict__")}),
    lambda: type("X", (Open,), {"__slots__": ("__dict__",)}),
    lambda: type("X", (int,), {"__slots__": ("a",)}),
    lambda: type("X", (int,), {"__slots__": ()})(5),
    lambda: type("X", (list,), {"__slots__": ("a",)})([1]),
    lambda: type("X", (tuple,), {"__slots__": ("a",)}),
    lambda: type("X", (Child, Redefines), {}),
    lambda: type("X", (Child, Empty), {}).__mro__[1].__name__,
    lambda: type("X", (), {"__slots__": ("class",)}).__slots__,
):
    try:
        print(make())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Mixin:
    __slots__ = ()

    def total(self):
        return sum(getattr(self, name) for cls in type(self).__mro__ for name in getattr(cls, "__slots__", ()) if len(name) == 1)


class Mixed(Mixin, Child):
    __slots__ = ("c",)


m = Mixed()
m.b = m.c = 10
print(m.total())
m.d = 1
