# ---
# id: scope_class/annotations_and_type_scope
# desc: Annotations and type parameters of a class see its names, unlike its functions.
# ref: 8.10
# features: [class, scope, type_params, annotations]
# ---
class Node[T]:
    kind = int
    value: kind
    label: "kind"

    def get(self) -> kind:
        return self.value

    def pair[S](self, other: S) -> tuple[T, S, kind]:
        return self.value, other

    type Items = list[kind]
    type Own = dict[T, Items]

    def uses_parameter(self):
        return T


print(Node.__annotations__["value"], Node.__annotations__["label"], Node.get.__annotations__)
print(Node.Items.__value__, Node.Own.__value__, Node.pair.__annotations__["return"], Node().uses_parameter())
print(Node.__type_params__, Node.pair.__type_params__, [p.__name__ for p in Node.Own.__type_params__])


class Late:
    item: Undefined
    other: int


try:
    Late.__annotations__
except NameError as error:
    print(error)
Undefined = str
print(Late.__annotations__)


def function():
    local = float

    class Inner:
        local = int
        first: local
        second: later

    later = bytes
    return Inner.__annotations__


print(function())


class Shadow[T]:
    T = "class attribute"
    seen = T

    def method(self):
        return T


print(Shadow.T, Shadow.seen, Shadow().method())


class Outer:
    x = int

    class Inner:
        y: x


try:
    Outer.Inner.__annotations__
except NameError as error:
    print(error)


def generic[T](value: T, default=(lambda: T)) -> T:
    return T, default is not None


print(generic(1))
try:
    def bad[T](value=T):
        pass
except NameError as error:
    print(error)


class Broken[T](list[T]):
    items: list[T] = [T.__name__, T.missing]
