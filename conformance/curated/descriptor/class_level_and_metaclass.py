# ---
# id: descriptor/class_level_and_metaclass
# desc: Attributes read on a class see descriptors of the class bound to None, and data descriptors of the metaclass first.
# ref: 3.3.2.3
# features: [descriptor, metaclass]
# ---
class Show:
    def __init__(self, label):
        self.label = label

    def __get__(self, instance, owner):
        return self.label, getattr(instance, "__name__", instance is not None), owner.__name__


class ShowData(Show):
    def __set__(self, instance, value):
        print(f"set {self.label} on {instance.__name__} to {value}")

    def __delete__(self, instance):
        print(f"delete {self.label} on {instance.__name__}")


class Meta(type):
    data = ShowData("meta data")
    plain = Show("meta plain")
    only = Show("meta only")

    def __getattr__(cls, name):
        return f"meta getattr {name}"


class Thing(metaclass=Meta):
    data = "class data"
    plain = "class plain"
    own = Show("class own")


print(Thing.data, Thing.plain, Thing.only, Thing.own, Thing.nothing)
Thing.data = 5
del Thing.data
print(vars(Thing)["data"], Thing().data, Thing().plain)
Thing.plain = "new plain"
Thing.only = "stored on the class"
print(Thing.plain, Thing.only, Thing().only)
del Thing.only
print(Thing.only)
Thing.own = "replaced, for a class never asks its own __set__"
print(Thing.own)
for name in ("only", "nothing"):
    try:
        print(getattr(Thing(), name))
    except AttributeError as error:
        print(error)


class Refuses:
    def __get__(self, instance, owner):
        raise AttributeError("from the descriptor")


Thing.hidden = Refuses()
print(Thing.hidden, hasattr(Thing(), "hidden"))


class Sub(Thing):
    pass


print(Sub.data, Sub.plain, [c.__name__ for c in type(Sub).__mro__])
del Meta.__getattr__
Sub.hidden
