"""Python values as canonical tagged arrays, and back.

The forms are the table in conformance/protocol.md. Things with identity carry an id counted from 1 in the order of the
first visit, so two values with the same shape, the same aliases and the same cycles have the same text whatever their
addresses are. Only exact builtin types are opened; an instance of anything else is named, not entered, because entering
it could run the program's own code.
"""

import sys
import types

MAX_NODES = 10_000
MAX_DEPTH = 200

_BUILTIN_CALLABLES = (
    types.BuiltinFunctionType,
    types.MethodDescriptorType,
    types.WrapperDescriptorType,
    types.MethodWrapperType,
    types.ClassMethodDescriptorType,
)


def type_name(cls):
    """The name a traceback would print for the class: bare for builtins and the program's own."""
    module = cls.__module__
    name = cls.__qualname__
    return name if module in ("builtins", "__main__") or type(module) is not str else f"{module}.{name}"


def decimal(value):
    """The digits of an int of any size; CPython's own limit on digits is lifted for the moment."""
    try:
        return int.__repr__(value)
    except ValueError:
        cap = sys.get_int_max_str_digits()
        sys.set_int_max_str_digits(0)
        try:
            return int.__repr__(value)
        finally:
            sys.set_int_max_str_digits(cap)


def text(value):
    """A str as JSON-safe text: lone surrogates become the six characters `\\udXXX`."""
    return value if value.isascii() else value.encode("utf-8", "backslashreplace").decode("utf-8")


class Encoder:
    """Encodes any number of values that share one numbering of identities."""

    def __init__(self):
        self._ids = {}
        self._keep = []
        self._nodes = 0

    def encode(self, value, depth=0):
        self._nodes += 1
        if self._nodes > MAX_NODES or depth > MAX_DEPTH:
            return ["cut"]
        scalar = _SCALARS.get(type(value))
        if scalar is not None:
            return scalar(value)
        kind = type(value)
        if kind is tuple:
            return ["t", self._items(value, depth)]
        if kind is frozenset:
            return ["fset", self._items(value, depth)]
        if kind is slice:
            return ["sl", *(self.encode(part, depth + 1) for part in (value.start, value.stop, value.step))]
        if isinstance(value, type):
            return ["ty", type_name(value)]
        if kind in _BUILTIN_CALLABLES:
            return ["bf", text(value.__qualname__)]
        return self._with_identity(kind, value, depth)

    def _with_identity(self, kind, value, depth):
        known = self._ids.get(id(value))
        if known is not None:
            return ["ref", known]
        number = self._ids[id(value)] = len(self._ids) + 1
        self._keep.append(value)
        if kind is list:
            return ["l", number, self._items(value, depth)]
        if kind is dict:
            pairs = [[self.encode(key, depth + 1), self.encode(item, depth + 1)] for key, item in value.items()]
            return ["d", number, pairs]
        if kind is set:
            return ["set", number, self._items(value, depth)]
        if kind is types.FunctionType:
            return ["fn", number, text(value.__qualname__)]
        if isinstance(value, BaseException):
            return ["x", number, type_name(kind), self._items(BaseException.args.__get__(value), depth)]
        return ["o", number, type_name(kind)]

    def _items(self, values, depth):
        return [self.encode(item, depth + 1) for item in values]


def _encode_str(value):
    if value.isascii():
        return ["s", value]
    try:
        value.encode("utf-8")
        return ["s", value]
    except UnicodeEncodeError:
        return ["S", value.replace("\\", "\\\\").encode("utf-8", "backslashreplace").decode("utf-8")]


_SCALARS = {
    type(None): lambda value: ["n"],
    bool: lambda value: ["b", value],
    int: lambda value: ["i", decimal(value)],
    float: lambda value: ["f", float.__repr__(value)],
    str: _encode_str,
    bytes: lambda value: ["y", value.hex()],
    range: lambda value: ["r", decimal(value.start), decimal(value.stop), decimal(value.step)],
    type(...): lambda value: ["e"],
    type(NotImplemented): lambda value: ["ni"],
}


def decode(tagged):
    """The Python value of a tagged array that holds data only. Raises ValueError for any other."""
    return _decode(tagged, {})


def _parts(tagged):
    if type(tagged) is not list:
        raise TypeError
    return tagged


def _decode(tagged, known):
    try:
        tag, *rest = _parts(tagged)
        return _DECODERS[tag](rest, known)
    except (KeyError, TypeError, IndexError):
        raise ValueError(f"not a value that can be handed in: {str(tagged)[:80]}") from None


def _decode_list(rest, known):
    result = known[rest[0]] = []
    result.extend(_decode(item, known) for item in rest[1])
    return result


def _decode_dict(rest, known):
    result = known[rest[0]] = {}
    for key, value in rest[1]:
        key = _decode(key, known)
        result[key] = _decode(value, known)
    return result


def _decode_set(rest, known):
    result = known[rest[0]] = set()
    result.update(_decode(item, known) for item in rest[1])
    return result


def _decode_surrogates(rest, known):
    # Between doubled backslashes only `\udXXX` can stand, so splitting at the doubled ones is exact.
    parts = rest[0].split("\\\\")
    return "\\".join(_join_surrogates(part) for part in parts)


def _join_surrogates(part):
    head, *escapes = part.split("\\u")
    return head + "".join(chr(int(escape[:4], 16)) + escape[4:] for escape in escapes)


_DECODERS = {
    "n": lambda rest, known: None,
    "b": lambda rest, known: bool(rest[0]),
    "i": lambda rest, known: int(rest[0]),
    "f": lambda rest, known: float(rest[0]),
    "s": lambda rest, known: str(rest[0]),
    "S": _decode_surrogates,
    "y": lambda rest, known: bytes.fromhex(rest[0]),
    "e": lambda rest, known: ...,
    "ni": lambda rest, known: NotImplemented,
    "t": lambda rest, known: tuple(_decode(item, known) for item in rest[0]),
    "fset": lambda rest, known: frozenset(_decode(item, known) for item in rest[0]),
    "r": lambda rest, known: range(*map(int, rest)),
    "sl": lambda rest, known: slice(*(_decode(part, known) for part in rest)),
    "l": _decode_list,
    "d": _decode_dict,
    "set": _decode_set,
    "ref": lambda rest, known: known[rest[0]],
}
