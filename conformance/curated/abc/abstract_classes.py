# ---
# id: abc/abstract_classes
# desc: Abstract methods, properties and class methods; what can be instantiated; registration and update.
# ref: abc
# features: [abc, class]
# ---
import abc
from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        return "default body"

    @property
    @abstractmethod
    def name(self): ...

    @name.setter
    @abstractmethod
    def name(self, value): ...

    @classmethod
    @abstractmethod
    def make(cls): ...

    @staticmethod
    @abstractmethod
    def helper(): ...

    def describe(self):
        return f"{self.name} {self.area()}"


class Half(Shape):
    def area(self):
        return super().area()


class Square(Half):
    name = "square"

    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def helper():
        return "help"


print(
    Square().describe(), Square.make().helper(), sorted(Shape.__abstractmethods__), sorted(Half.__abstractmethods__),
    Square.__abstractmethods__,
)
for bad in (
    Shape, Half, lambda: Shape.make(), lambda: type("X", (Square,), {"area": abstractmethod(lambda self: 1)})(),
):
    try:
        print(bad())
    except TypeError as error:
        print(error)


class Duck:
    pass


@Shape.register
class Registered:
    pass


Shape.register(int)
print(
    isinstance(5, Shape), issubclass(Registered, Shape), isinstance(Duck(), Shape), isinstance(Square(), Shape),
    issubclass(bool, Shape),
)
print(Registered.__mro__, type(Shape).__name__, isinstance(Shape, ABCMeta), hasattr(Registered, "describe"))


class Late(ABC):
    @abstractmethod
    def f(self): ...


class LateChild(Late):
    pass


LateChild.f = lambda self: "added later"
try:
    LateChild()
except TypeError as error:
    print(error)
abc.update_abstractmethods(LateChild)
print(LateChild().f())


class Mixin:
    def area(self):
        return "from mixin"


class Mixed(Mixin, Square):
    pass


class Meta(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    async def run(self): ...


print(Mixed().describe(), Meta.run.__isabstractmethod__, Shape.name.__isabstractmethod__, Square.helper.__name__)
for bad in (
    lambda: Shape.register(5), lambda: Shape.register(), lambda: Square.register(Shape), lambda: abstractmethod(5),
):
    try:
        print(bad())
    except (TypeError, RuntimeError, AttributeError) as error:
        print(type(error).__name__, error)
Meta()
