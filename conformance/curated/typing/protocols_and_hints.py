# ---
# id: typing/protocols_and_hints
# desc: Protocols with runtime checks, get_type_hints, overload, final, override, and abstract use.
# ref: typing#typing.Protocol
# features: [typing, annotations, class]
# ---
import typing
from typing import Any, ClassVar, Protocol, final, get_type_hints, overload, override, runtime_checkable


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


@runtime_checkable
class Named(Protocol):
    name: str


class Both(Closable, Named, Protocol):
    pass


class File:
    name = "f"

    def close(self):
        return "closed"


class Implements(Closable):
    pass


class NotProtocol(Closable):
    def close(self):
        return super().close()


print(
    isinstance(File(), Closable), isinstance(5, Closable), issubclass(File, Closable), isinstance(File(), Named),
    isinstance(Implements(), Closable),
)
print(NotProtocol().close(), Closable.__name__, [c.__name__ for c in NotProtocol.__mro__])
for bad in (
    lambda: Closable(),
    lambda: isinstance(File(), Both),
    lambda: issubclass(File, Named),
    lambda: type("X", (Protocol, File), {}),
):
    try:
        print(bad())
    except TypeError as error:
        print(error)


class Node:
    value: "int"
    next: "Node | None" = None
    count: ClassVar[int] = 0

    def link(self, other: "Node", *rest: int) -> "list[Node]":
        return [self, other]


print(get_type_hints(Node), get_type_hints(Node.link), get_type_hints(lambda: 1))
print(get_type_hints(Node, include_extras=True) == get_type_hints(Node), Node.__annotations__)


class Missing:
    value: "Undefined"


try:
    get_type_hints(Missing)
except NameError as error:
    print(error)
print(get_type_hints(Missing, localns={"Undefined": bytes}))


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x):
    return x * 2


print(double(2), double("ab"), [f.__name__ for f in typing.get_overloads(double)])


@final
class Sealed:
    @final
    def method(self):
        return 1

    @override
    def __repr__(self):
        return "sealed"


class Ignored(Sealed):
    def method(self):
        return 2


print(Sealed.__final__, Sealed.method.__final__, Sealed.__repr__.__override__, Ignored().method(), Ignored())
print(typing.is_typeddict(5), typing.get_protocol_members(Closable), typing.is_protocol(Both), typing.is_protocol(File))
typing.assert_type(5, str)
print(typing.reveal_type.__name__, typing.no_type_check(Node) is Node)
try:
    typing.assert_never(5)
except AssertionError as error:
    print(error)
Node().link()
