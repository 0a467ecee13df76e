# ---
# id: class/qualname_module_doc
# desc: __name__, __qualname__, __module__ and __doc__ of classes, nested classes and methods, and what may be assigned.
# ref: 3.2.10.1
# features: [class, attributes]
# ---
class Outer:
    "The outer class."

    class Inner:
        """Inner doc."""

        def method(self):
            "Method doc."

            class Local:
                pass

            return Local

    def plain(self):
        pass

    lam = lambda self: 0


class Silent:
    x = "not a doc string"


for thing in (Outer, Outer.Inner, Outer.Inner.method, Outer.Inner().method(), Outer.plain, Outer.lam, Silent):
    print(thing.__name__, "|", thing.__qualname__, "|", thing.__module__, "|", thing.__doc__)
print(Outer.Inner, Outer.Inner().method(), Outer().__doc__)
Outer.__name__ = "Renamed"
print(Outer.__name__, Outer.__qualname__, Outer)
Outer.__qualname__ = "Some.Where"
Outer.__module__ = "mod"
print(Outer, Outer.Inner)
Outer.__doc__ = 5
print(Outer.__doc__, Silent.__firstlineno__)
for name, value in (("__name__", 3), ("__name__", "a\0b"), ("__qualname__", None), ("__bases__", 3), ("__mro__", ())):
    try:
        setattr(Outer, name, value)
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
try:
    del Outer.__name__
except TypeError as error:
    print(error)


class InBody:
    __module__ = "forged"
    __qualname__ = "Forged.Name"


print(InBody, InBody.__name__)
InBody.__qualname__ = 1
