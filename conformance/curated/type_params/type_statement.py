# ---
# id: type_params/type_statement
# desc: type aliases are evaluated when __value__ is asked, may be recursive and generic.
# ref: 7.14
# features: [type_params]
# ---
type Number = int | float
type Tree[T] = T | list[Tree[T]]
type Later = undefined_yet
type Pair[A, B = A] = tuple[A, B]
type Callback[**P, R] = callable_type[P, R]
type Many[*Ts] = tuple[int, *Ts]

print(Number, type(Number).__name__, Number.__name__, Number.__value__, Number.__type_params__, Number.__module__)
print(Tree.__value__, Tree.__type_params__, Tree[int], Tree[int].__args__, Tree[int].__origin__)
try:
    Later.__value__
except NameError as error:
    print(error)
undefined_yet = dict[str, int]
print(Later.__value__, Pair[int], Pair[int, str], Pair.__value__, Many[str, bytes], Many.__parameters__)
print(
    isinstance(3, Number.__value__), Number == Number, hash(Number) == hash(Number), Number | str, str | Number,
    list[Number],
)


def local(kind):
    type Local = list[kind]
    kind = str
    return Local


print(local(int).__value__, local(int).__value__)


class Holder:
    inner = bytes
    type Alias = dict[inner, Holder]
    inner = bytearray


print(Holder.Alias.__value__, Holder.Alias)
type type = type
print(type, (lambda: 1)())
for bad in (
    lambda: isinstance(3, Number),
    lambda: Number(),
    lambda: Number[int],
    lambda: Tree[int, str],
    lambda: setattr(Number, "__value__", int),
    lambda: Number.nothing,
    lambda: issubclass(int, Number),
):
    try:
        print(bad())
    except (TypeError, AttributeError) as error:
        print(error)
type Failing = 1 // 0
Failing.__value__
