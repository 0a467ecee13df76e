# ---
# id: class/equality_and_hash_of_classes
# desc: Classes as values: in dicts and sets, as keys, compared, sorted by name, and dispatched on.
# ref: 3.3.1
# features: [class, hash]
# ---
class Shape:
    pass


class Circle(Shape):
    pass


class Square(Shape):
    pass


handlers = {Circle: "round", Square: "cornered", int: "number", type(None): "nothing"}


def handle(value):
    for cls in type(value).__mro__:
        if cls in handlers:
            return handlers[cls]
    return "unknown"


print([handle(v) for v in (Circle(), Square(), Shape(), True, None, "x")])
print(
    len({Circle, Square, Circle}), Circle == Circle, Circle != Square, Circle is type(Circle()),
    Circle in [Square, Circle],
)
print(
    sorted([Square, Circle, Shape], key=lambda c: c.__name__),
    max([Square, Circle], key=lambda c: len(c.__name__)).__name__,
)
print(
    {cls.__name__: cls.__mro__[1].__name__ for cls in (Circle, Square, Shape, bool)},
    [cls() is not None for cls in (int, str, list, Circle)],
)
counts = {}
for value in (1, "a", 2.0, True, None, [], (), {}, set(), b"", 1j, ..., range(1), Circle(), Circle):
    counts[type(value)] = counts.get(type(value), 0) + 1
print([(cls.__name__, n) for cls, n in counts.items()])


def make(name, *bases, **attributes):
    return type(name, bases or (object,), attributes)


generated = {name: make(name, Shape, sides=n) for n, name in enumerate(["Triangle", "Rhombus"], start=3)}
print(generated, generated["Triangle"].sides, generated["Rhombus"]().sides, issubclass(generated["Triangle"], Shape))
same_name = [make("Same"), make("Same")]
print(same_name[0] == same_name[1], same_name[0].__name__ == same_name[1].__name__, len(set(same_name)))
converters = [int, float, str, bool, list, lambda v: v * 2]
print([convert("3") for convert in converters], list(map(type, [1, "a", Circle])))
swap = Circle
Circle, Square = Square, Circle
print(swap.__name__, Circle.__name__, Square.__name__, handle(Circle()), isinstance(Circle(), swap))
registry = {}


class Auto:
    def __init_subclass__(cls):
        registry[cls] = cls.__name__.lower()


class One(Auto):
    pass


class Two(One):
    pass


print(list(registry.values()), registry[One], One in registry, Auto in registry)
for bad in (
    lambda: Circle < Square, lambda: sorted([Circle, Square]), lambda: Circle + Square, lambda: {Circle: 1}[int],
    lambda: Circle["x"], lambda: Circle.x,
):
    try:
        print(bad())
    except (TypeError, KeyError, AttributeError) as error:
        print(type(error).__name__, error)
registry[Auto]
