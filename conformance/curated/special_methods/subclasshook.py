# ---
# id: special_methods/subclasshook
# desc: __subclasshook__ decides about subclasses of an abstract class before registration is looked at.
# ref: abc#abc.ABCMeta.__subclasshook__
# features: [special_method, abc]
# ---
from abc import ABC, abstractmethod


class Quacks(ABC):
    @abstractmethod
    def quack(self):
        "Makes a noise."

    @classmethod
    def __subclasshook__(cls, other):
        print("hook", other.__name__, end=" ")
        if cls is not Quacks:
            return NotImplemented
        if any("quack" in vars(base) for base in other.__mro__):
            return True
        if other.__name__.startswith("No"):
            return False
        return NotImplemented


class Duck:
    def quack(self):
        return "quack"


class Robot:
    pass


class NoDuck(Robot):
    pass


class Loud(Quacks):
    def quack(self):
        return "QUACK"


print(issubclass(Duck, Quacks), isinstance(Duck(), Quacks), issubclass(Robot, Quacks))
print(issubclass(Duck, Quacks))
Quacks.register(Robot)
print(issubclass(Robot, Quacks), isinstance(Robot(), Quacks))
print(issubclass(NoDuck, Quacks), issubclass(Loud, Quacks), issubclass(Duck, Loud))
Loud.register(Duck)
print(isinstance(Duck(), Loud))
Duck.quack = None
print(isinstance(Duck(), Quacks))


class Strange(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return "neither"


try:
    print(issubclass(int, Strange))
except AssertionError as error:
    print("AssertionError")
Quacks()
