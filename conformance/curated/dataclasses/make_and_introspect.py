# ---
# id: dataclasses/make_and_introspect
# desc: make_dataclass, own methods kept, metadata, generated __init__ signatures and their errors.
# ref: dataclasses#dataclasses.make_dataclass
# features: [dataclasses, function]
# ---
from dataclasses import Field, dataclass, field, fields, make_dataclass

Point = make_dataclass("Point", ["x", ("y", int), ("z", int, field(default=3))], namespace={"norm": lambda self: abs(self.y)})
print(
    Point(1, -2), Point(1, -2).norm(), Point.__name__, [f.name for f in fields(Point)],
    Point(1, 2) == Point(1, 2, 3),
)
Frozen = make_dataclass("Frozen", [("a", int)], frozen=True)
print(Frozen(1), hash(Frozen(1)) == hash(Frozen(1)))


@dataclass
class Custom:
    a: int
    b: int = field(default=2, metadata={"unit": "m"})

    def __repr__(self):
        return f"<{self.a}|{self.b}>"

    def __eq__(self, other):
        return isinstance(other, Custom) and self.a == other.a


print(Custom(1), Custom(1, 5) == Custom(1, 6), fields(Custom)[1].metadata["unit"], dict(fields(Custom)[0].metadata))
print(type(fields(Custom)[0]) is Field, list(Custom.__dataclass_fields__), Custom.__init__.__annotations__)
print(Custom.__init__.__defaults__, Custom.__init__.__code__.co_varnames, Custom.__init__.__qualname__, Custom.__doc__)


@dataclass
class Ownership:
    value: int

    def __init__(self):
        self.value = "own init"

    def __post_init__(self):
        print("never called")


print(Ownership())


@dataclass
class Generic[T]:
    item: T
    items: list[T] = field(default_factory=list)

    def add(self, value: T):
        self.items.append(value)
        return self


print(Generic(1).add(2), Generic[int]("x").item, Generic[str])
for bad in (
    lambda: make_dataclass("X", ["a", "a"]),
    lambda: make_dataclass("X", ["not valid"]),
    lambda: make_dataclass("X", ["class"]),
    lambda: make_dataclass("X", [1]),
    lambda: make_dataclass("X", [("a", int, 1), "b"]),
    lambda: Custom(),
    lambda: Custom(1, 2, 3),
    lambda: Custom(1, c=2),
    lambda: fields(Custom)[1].metadata.update(x=1),
    lambda: setattr(Custom(1), "b", 1),
    lambda: Point(x=1),
):
    try:
        print(bad())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
Custom(b=1)
