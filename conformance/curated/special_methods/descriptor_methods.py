# ---
# id: special_methods/descriptor_methods
# desc: __get__, __set__ and __delete__: what they receive from instances, classes and super.
# ref: 3.3.2.2
# features: [special_method, descriptor]
# ---
class Trace:
    def __get__(self, instance, owner=None):
        return ("get", instance is not None, owner.__name__ if owner else None)

    def __set__(self, instance, value):
        print("set", type(instance).__name__, value)

    def __delete__(self, instance):
        print("delete", type(instance).__name__)


class NonData:
    def __get__(self, instance, owner):
        return "non-data"


class SetOnly:
    def __set__(self, instance, value):
        instance.__dict__["only"] = value * 2


class Owner:
    data = Trace()
    loose = NonData()
    only = SetOnly()


class Child(Owner):
    def up(self):
        return super().data, super().loose


o = Owner()
print(o.data, Owner.data, Child.data, Child().up())
o.data = 5
del o.data
o.__dict__["data"] = "hidden by the data descriptor"
print(o.data, vars(o))
o.loose = "instance wins"
print(o.loose, Owner.loose)
del o.loose
print(o.loose)
print(type(o.only).__name__)
o.only = 21
print(o.only)
o.only = "x"
print(vars(o)["only"])
Owner.data = "replaced on the class"
print(Owner.data, o.data)
o.inst = Trace()
print(type(o.inst).__name__)
for action in (lambda: delattr(o, "only"), lambda: Trace().__get__(None, None), lambda: NonData().__get__(1)):
    try:
        print(action())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


class Refuses:
    def __get__(self, instance, owner):
        raise AttributeError(f"not on {owner.__name__}")


class Last:
    field = Refuses()


print(hasattr(Last, "field"), getattr(Last(), "field", "default"))
Last().field
