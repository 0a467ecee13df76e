# ---
# id: metaclass/methods_not_on_instances
# desc: Attributes of the metaclass show on the class and not on its instances; operators of classes.
# ref: 3.3.3
# features: [metaclass, attributes]
# ---
class Meta(type):
    count = 0

    def create(cls, *args):
        cls.count += 1
        return cls(*args)

    @property
    def upper(cls):
        return cls.__name__.upper()

    def __add__(cls, other):
        return type(cls.__name__ + other.__name__, (cls, other), {})

    def __lt__(cls, other):
        return cls.__name__ < other.__name__

    def __eq__(cls, other):
        return isinstance(other, Meta) and cls.__name__ == other.__name__

    def __hash__(cls):
        return hash(cls.__name__)

    def __or__(cls, other):
        return "own or", getattr(other, "__name__", other)

    def __bool__(cls):
        return cls.count > 0

    def __invert__(cls):
        return f"not {cls.__name__}"

    def __str__(cls):
        return "str " + cls.__name__


class A(metaclass=Meta):
    def __init__(self, *args):
        self.args = args


class B(metaclass=Meta):
    pass


print(bool(A), A.create(1, 2).args, bool(A), A.count, B.count, Meta.count, A.upper)
AB = A + B
print(
    AB.__name__, [c.__name__ for c in AB.__mro__], AB(3).args, sorted([B, AB, A])[0].__name__, A < B,
    max(A, B).__name__,
)
print(
    A == B, A == type("A", (), {}), A == Meta("A", (), {}), len({A, Meta("A", (), {})}), A | int, int | B, ~A, f"{A}",
    str(B),
)
print(hasattr(A, "create"), hasattr(A(), "create"), hasattr(A(), "upper"), "create" in dir(A), "create" in dir(A()))
for bad in (
    lambda: A().upper, lambda: A().create(), lambda: A() + B(), lambda: A - B, lambda: setattr(A, "upper", 1),
    lambda: -A,
):
    try:
        print(bad())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
isinstance(AB(), A) and AB.lower
