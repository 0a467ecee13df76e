# ---
# id: enum/basic_members
# desc: Members, values, iteration, lookup, aliases, comparison and texts.
# ref: enum
# features: [enum, class]
# ---
from enum import Enum, IntEnum, StrEnum, auto, unique


class Colour(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def describe(self):
        return f"{self.name.lower()}={self.value}"

    @classmethod
    def default(cls):
        return cls.GREEN


class Level(IntEnum):
    LOW = auto()
    HIGH = auto()


class Word(StrEnum):
    HELLO = auto()
    BYE = "see you"


print(
    Colour.RED, repr(Colour.RED), Colour.RED.name, Colour.RED.value, Colour(2), Colour["BLUE"], Colour.CRIMSON,
    type(Colour.RED),
)
print(
    list(Colour), len(Colour), list(Colour.__members__), Colour.RED is Colour.CRIMSON, Colour.RED in Colour,
    2 in Colour, 9 in Colour,
)
print(
    Colour.RED.describe(), Colour.default(), Colour.RED == 1, Colour.RED != Colour.BLUE, {Colour.RED: "r"}[Colour(1)],
    [*reversed(Colour)],
)
print(
    Level.LOW, repr(Level.HIGH), Level.HIGH > 1, Level.LOW + 1, sorted([Level.HIGH, Level.LOW]), f"{Level.LOW}",
    f"{Level.LOW:03}", [10, 20, 30][Level.HIGH],
)
print(
    Word.HELLO, repr(Word.BYE), Word.HELLO == "hello", Word.BYE.upper(), f"{Word.BYE:>10}",
    "".join([Word.HELLO, "!"]), Word("hello"),
)
print(
    isinstance(Colour.RED, Colour), isinstance(Level.LOW, int), issubclass(Word, str), bool(Colour.RED),
    hash(Colour.RED) == hash("RED"),
)
match Colour(3):
    case Colour.RED:
        print("never")
    case Colour.BLUE | Colour.GREEN:
        print("matched")
Dynamic = Enum("Dynamic", "A B C")
print(list(Dynamic), Enum("Pairs", {"x": 1, "y": 2}).y, Enum("Start", ["P", "Q"], start=10).Q.value)
for bad in (
    lambda: Colour(9),
    lambda: Colour["PINK"],
    lambda: Colour.PINK,
    lambda: setattr(Colour, "RED", 5),
    lambda: delattr(Colour, "RED"),
    lambda: Colour.RED < Colour.BLUE,
    lambda: setattr(Colour.RED, "value", 2),
    lambda: exec("class Sub(Colour): pass"),
    lambda: Level("x"),
    lambda: Colour(),
    lambda: unique(Colour),
    lambda: StrEnum("Bad", {"A": 1}),
    lambda: Colour.RED.BLUE,
):
    try:
        print(bad())
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        print(type(error).__name__, error)
Colour.RED + 1
