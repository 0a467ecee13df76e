# ---
# id: dataclasses/options
# desc: frozen, order, eq, unsafe_hash, slots, kw_only, repr and match_args of the decorator.
# ref: dataclasses
# features: [dataclasses, class]
# ---
from dataclasses import FrozenInstanceError, KW_ONLY, dataclass, field, fields


@dataclass(frozen=True)
class Frozen:
    x: int
    y: list = field(default_factory=list, hash=False)


@dataclass(order=True)
class Ordered:
    rank: int
    name: str = field(compare=False, default="n")


@dataclass(slots=True)
class Slotted:
    a: int
    b: int = 2


@dataclass(kw_only=True)
class Keywords:
    p: int
    q: int = 0


@dataclass
class Mixed:
    first: int
    _: KW_ONLY
    second: int = 2
    third: int = field(kw_only=False, default=3)


@dataclass(repr=False, eq=False)
class Plain:
    v: int


@dataclass(unsafe_hash=True)
class Hashed:
    h: int


f = Frozen(1)
print(f, hash(f) == hash(Frozen(1, [5])), {Frozen(1): "k"}[f], f == Frozen(1), f == Frozen(1, [2]))
for action in (lambda: setattr(f, "x", 2), lambda: delattr(f, "x"), lambda: setattr(f, "new", 1)):
    try:
        action()
    except FrozenInstanceError as error:
        print(type(error).__name__, error, isinstance(error, AttributeError))
print(
    sorted([Ordered(3), Ordered(1, "z"), Ordered(2)]), Ordered(1, "a") <= Ordered(1, "b"),
    max(Ordered(1), Ordered(5)), Ordered(1) == Ordered(1, "q"),
)
s = Slotted(1)
print(
    s, Slotted.__slots__, hasattr(s, "__dict__"), Keywords(p=1), Keywords.__match_args__, Mixed(1, 3, second=9),
    Mixed.__match_args__,
)
print(Plain(1) == Plain(1), Plain.__eq__ is object.__eq__, hash(Hashed(1)) == hash(Hashed(1)), Hashed(1) in {Hashed(1)})
for bad in (
    lambda: Ordered(1) < 5,
    lambda: setattr(s, "c", 3),
    lambda: Keywords(1),
    lambda: Mixed(1, 2, 3),
    lambda: dataclass(order=True, eq=False)(type("X", (), {})),
    lambda: dataclass(frozen=True)(type("X", (Mixed,), {})),
    lambda: dataclass(type("X", (Frozen,), {})),
    lambda: dataclass(order=True)(type("X", (), {"__lt__": 1})),
    lambda: dataclass(unsafe_hash=True)(type("X", (), {"__hash__": lambda self: 1})),
    lambda: dataclass(wrong=True),
    lambda: dataclass(slots=True)(type("X", (), {"__slots__": ()})),
):
    try:
        print(bad())
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
for source in (
    "@dataclass\nclass X:\n    a: int = 1\n    b: str",
    "@dataclass\nclass X:\n    a: list = []",
    "@dataclass\nclass X:\n    a: int = field(default={})",
    "@dataclass\nclass X:\n    a = field()",
    "@dataclass\nclass X:\n    a: KW_ONLY\n    b: KW_ONLY",
):
    try:
        exec(source, {"dataclass": dataclass, "field": field, "KW_ONLY": KW_ONLY, "__name__": "m"})
        print("fine", repr(source))
    except (TypeError, ValueError) as error:
        print(repr(source), "|", type(error).__name__, error)
Slotted(1).c
