# ---
# id: enum/customised
# desc: __new__, __init__, _missing_, _generate_next_value_, methods, mixed types, nested and abstract members.
# ref: enum
# features: [enum, class, special_method]
# ---
from enum import Enum, auto, member, nonmember, property as enum_property


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def gravity(self):
        return round(self.mass / self.radius**2, 3)


class Coded(bytes, Enum):
    def __new__(cls, number, label):
        self = bytes.__new__(cls, [number])
        self._value_ = number
        self.label = label
        return self

    FIRST = (65, "the a")
    SECOND = (66, "the b")


class Lenient(Enum):
    YES = "y"
    NO = "n"

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            for m in cls:
                if m.name.lower() == value.lower():
                    return m
        return None


class Named(Enum):
    def _generate_next_value_(name, start, count, last_values):
        return f"{count}:{name.lower()}:{last_values}"

    A = auto()
    B = auto()


class Operation(Enum):
    ADD = member(lambda a, b: a + b)
    MUL = member(staticmethod(lambda a, b: a * b))
    helper = nonmember(5)
    _ignore_ = ["temp"]
    temp = 7

    def __call__(self, a, b):
        return self.value(a, b)


class Ordered(Enum):
    LOW = 1
    MID = 2
    HIGH = 3

    def __lt__(self, other):
        if self.__class__ is other.__class__:
            return self.value < other.value
        return NotImplemented

    @enum_property
    def double(self):
        return self.value * 2

    def __str__(self):
        return f"level {self.value}"


class Base(Enum):
    def shout(self):
        return self.name + "!"


class Derived(Base):
    X = 1


print(Planet.EARTH.gravity, Planet.MARS.mass, Planet((0.64, 3.39)), [p.name for p in Planet])
print(Coded.FIRST, Coded(66).label, Coded.FIRST.value, Coded.FIRST == b"A", bytes(Coded.SECOND))
print(Lenient("YES"), Lenient("no"), Lenient("y"), [m.value for m in Named])
print(
    Operation.ADD(2, 3), Operation.MUL(2, 3), Operation.helper, [o.name for o in Operation],
    hasattr(Operation, "temp"),
)
print(
    sorted(Ordered, reverse=True), max(Ordered), Ordered.MID.double, f"{Ordered.LOW}", str(Ordered.HIGH),
    repr(Ordered.LOW), Derived.X.shout(),
)
for bad in (
    lambda: Lenient("maybe"),
    lambda: Lenient(5),
    lambda: Ordered.LOW < 5,
    lambda: Planet(1),
    lambda: Operation.temp,
    lambda: exec("class More(Derived): pass"),
):
    try:
        print(bad())
    except (ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
for source in (
    "class X(Enum):\n    A = 1\n    A = 2", "class X(Enum):\n    mro = 1", "class X(int, Enum):\n    A = 'x'",
    "class X(Enum):\n    _bad_ = 1",
):
    try:
        exec(source, {"Enum": Enum, "__name__": "m"})
        print("fine", repr(source))
    except (TypeError, ValueError) as error:
        print(repr(source), "|", type(error).__name__, error)
Ordered.LOW.missing
