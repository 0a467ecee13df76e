# ---
# id: collections_abc/structural_checks
# desc: Which values and classes are instances of the one-method classes and of the registered ones.
# ref: collections.abc
# features: [collections_abc, type]
# ---
from collections.abc import (
    AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Buffer, Callable, Collection, Container, Coroutine, Generator, Hashable,
    ItemsView, Iterable, Iterator, KeysView, Mapping, MappingView, MutableMapping, MutableSequence, MutableSet, Reversible, Sequence,
    Set, Sized, ValuesView,
)

classes = (
    Hashable, Iterable, Iterator, Reversible, Sized, Container, Collection, Callable, Sequence, MutableSequence, Set, MutableSet,
    Mapping, MutableMapping, KeysView, ValuesView, ItemsView, MappingView, Generator, Awaitable, Coroutine, AsyncIterable, AsyncIterator,
    AsyncGenerator, Buffer,
)


async def coroutine():
    pass


async def agen():
    yield


c = coroutine()
values = {
    "int": 1, "str": "s", "bytes": b"", "list": [], "tuple": (), "dict": {}, "set": set(), "frozenset": frozenset(), "range": range(1),
    "None": None, "function": len, "class": int, "iter": iter([]), "gen": (n for n in []), "keys": {}.keys(), "items": {}.items(),
    "values": {}.values(), "zip": zip(), "coroutine": c, "agen": agen(), "bytearray": bytearray(), "slice": slice(1), "type": type,
}
for name, value in values.items():
    print(name, *(cls.__name__ for cls in classes if isinstance(value, cls)))
c.close()


class Custom:
    def __iter__(self):
        return iter(())

    def __contains__(self, item):
        return False

    def __len__(self):
        return 0

    __hash__ = None


class Getitem:
    def __getitem__(self, index):
        return index


class Unset(Custom):
    __iter__ = None


for cls in (Custom, Getitem, Unset):
    print(cls.__name__, *(abstract.__name__ for abstract in classes if issubclass(cls, abstract)))
Sequence.register(Getitem)
print(
    isinstance(Getitem(), Sequence), Sequence[int], Callable[[int], str], Mapping[str, int].__args__,
    Iterable.__subclasshook__(int),
)
match Getitem():
    case [*_]:
        print("a registered sequence matches when it has a length")
