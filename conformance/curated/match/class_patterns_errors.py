# ---
# id: match/class_patterns_errors
# desc: What stands before the parentheses must be a class; keyword patterns look attributes up and may raise.
# ref: 8.6.4.10
# features: [match]
# ---
class Box:
    __match_args__ = ("item",)

    def __init__(self, item):
        self.item = item

    @property
    def broken(self):
        raise ValueError("property failed")

    @property
    def hidden(self):
        raise AttributeError("hidden")


def by_number(value):
    match value:
        case Number():
            return "never"


def by_attribute(value):
    match value:
        case Box(item=Box(item=x)):
            return f"nested {x}"
        case Box(absent=x):
            return "never"
        case Box(hidden=x):
            return "never"
        case Box(item=int() | str() as x):
            return f"plain {x}"
        case Box(broken=x):
            return "never"


print(by_attribute(Box(Box(1))), by_attribute(Box("s")), by_attribute(5))
try:
    by_attribute(Box(None))
except ValueError as error:
    print(error)
for Number in (5, "int", len, (int, str), int | str, list[int], None):
    try:
        print(by_number(5))
    except TypeError as error:
        print(error)
del Number
try:
    by_number(5)
except NameError as error:
    print(error)


class Meta(type):
    def __instancecheck__(cls, value):
        return value == "pretend"


class Pretend(metaclass=Meta):
    pass


match "pretend":
    case Pretend(upper=method):
        print("matched through the metaclass", method())


def positional(value):
    match value:
        case Box(a, b):
            return a


positional(Box(1))
