# ---
# id: type_params/functions_and_classes
# desc: Type parameters of functions and classes: bounds, constraints, defaults, kinds and their scope.
# ref: 8.10
# features: [type_params, function, class]
# ---
def first[T](values: list[T]) -> T:
    return values[0]


def bounded[N: int, C: (str, bytes), D = float, *Ts = *tuple[int, str], **P = [int]](n: N, *args: *Ts) -> C:
    return N, C, D, Ts, P


class Box[T]:
    def __init__(self, item: T):
        self.item = item

    def map[U](self, function) -> "Box[U]":
        return Box(function(self.item))

    @classmethod
    def of(cls, item: T):
        return cls(item)

    def parameter(self):
        return T


class Pair[A, B = A](Box[A]):
    pass


print(first([1, 2]), first.__type_params__, Box.__type_params__, Pair.__type_params__, Box.__parameters__)
N, C, D, Ts, P = bounded(1)
print(N.__bound__, C.__constraints__, D.__default__, Ts.__default__, P.__default__, N.__constraints__, C.__bound__)
print(
    [type(p).__name__ for p in bounded.__type_params__], [p.__name__ for p in bounded.__type_params__], repr(N),
    repr(Ts), repr(P),
)
print(N.__covariant__, N.__contravariant__, N.__infer_variance__, N.has_default(), D.has_default(), N.__default__)
print(Box(3).map(str).item, Box.of(4).item, Box(1).parameter(), Pair.__orig_bases__, Pair.__bases__[0].__name__)
print(Box[int], Box[int].__origin__, Box[int].__args__, Box[int](5).item, Pair[int, str], Box[first.__type_params__[0]])
print(Pair.__mro__[1].__name__, [c.__name__ for c in Box.__mro__], Box[int](1).__orig_class__)
for bad in (
    lambda: Box[int, str],
    lambda: Pair[()],
    lambda: Box[int][str],
    lambda: first[int],
    lambda: Box[5],
    lambda: isinstance(1, Box[int]),
    lambda: T,
):
    try:
        print(bad())
    except (TypeError, NameError) as error:
        print(type(error).__name__, error)


def evaluated[T: print("bound is lazy") or int](x: T):
    return x


print(evaluated(1))
print(evaluated.__type_params__[0].__bound__, evaluated.__type_params__[0].__bound__)


def broken[T: undefined_bound](x: T):
    return T


broken(1).__bound__
