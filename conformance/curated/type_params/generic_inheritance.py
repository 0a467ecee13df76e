# ---
# id: type_params/generic_inheritance
# desc: Generic classes in hierarchies: typing.Generic appears in the MRO, protocols, and generic methods at run time.
# ref: 8.10
# features: [type_params, class, mro]
# ---
from typing import Generic, Protocol, TypeVar, runtime_checkable

Old = TypeVar("Old")


class Base[T]:
    kind = "base"

    def get(self) -> T:
        return self.kind


class Child[T](Base[T]):
    pass


class Fixed(Base[int]):
    kind = "fixed"


class Classic(Generic[Old]):
    pass


class Both[K](Base[K], dict[str, K]):
    pass


print([c.__name__ for c in Base.__mro__], [c.__name__ for c in Child.__mro__], [c.__name__ for c in Both.__mro__])
print(Base.__orig_bases__, Child.__orig_bases__, Fixed.__orig_bases__, Classic.__orig_bases__)
print(Child[int], Child[int]().get(), Fixed().get(), Both[int](a=1), Classic[str], issubclass(Fixed, Base))
print(
    Child[int] == Child[int], Child[int] is Child[int], hash(Child[int]) == hash(Child[int]),
    Child[int] != Child[str],
)


@runtime_checkable
class HasGet[T](Protocol):
    def get(self) -> T: ...


print(isinstance(Fixed(), HasGet), isinstance(5, HasGet), issubclass(Base, HasGet))
alias = Child[int]
print(alias.kind, alias.__name__, alias.get.__name__, callable(alias), alias.__mro_entries__((alias,)))
alias.extra = 5
print(Child.extra)
nested = Base[Base[Base[str]]]
print(nested, nested.__args__[0].__args__, Base[list[int] | None], Base[...], Base["Forward"])
for bad in (
    lambda: Fixed[int],
    lambda: type("X", (Base[int], Base[str]), {}),
    lambda: Generic[int],
    lambda: Classic[int, str],
    lambda: HasGet(),
):
    try:
        print(bad())
    except TypeError as error:
        print(error)


class Stack[T]:
    def __init__(self):
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)

    def pop(self) -> T:
        return self.items.pop()


s = Stack[int]()
s.push(1)
print(s.pop())
s.pop()
