"""The operators of the language as functions, and callables that pick items, attributes and methods."""

from _prelude import builtin

__all__ = [
    "abs", "add", "and_", "attrgetter", "call", "concat", "contains", "countOf", "delitem", "eq", "floordiv", "ge", "getitem",
    "gt", "iadd", "iand", "iconcat", "ifloordiv", "ilshift", "imatmul", "imod", "imul", "index", "indexOf", "inv", "invert",
    "ior", "ipow", "irshift", "is_", "is_none", "is_not", "is_not_none", "isub", "itemgetter", "itruediv", "ixor", "le",
    "length_hint", "lshift", "lt", "matmul", "methodcaller", "mod", "mul", "ne", "neg", "not_", "or_", "pos", "pow", "rshift",
    "setitem", "sub", "truediv", "truth", "xor"]

_abs = abs

# The functions belong to `_operator`, which their argument errors name; the classes below to `operator`.
__name__ = "_operator"


@builtin
def lt(a, b, /):
    """Same as a < b."""
    return a < b


@builtin
def le(a, b, /):
    """Same as a <= b."""
    return a <= b


@builtin
def eq(a, b, /):
    """Same as a == b."""
    return a == b


@builtin
def ne(a, b, /):
    """Same as a != b."""
    return a != b


@builtin
def ge(a, b, /):
    """Same as a >= b."""
    return a >= b


@builtin
def gt(a, b, /):
    """Same as a > b."""
    return a > b


@builtin
def not_(a, /):
    """Same as not a."""
    return not a


@builtin
def truth(a, /):
    """Return True if a is true, False otherwise."""
    return True if a else False


@builtin
def is_(a, b, /):
    """Same as a is b."""
    return a is b


@builtin
def is_not(a, b, /):
    """Same as a is not b."""
    return a is not b


@builtin
def is_none(a, /):
    """Same as a is None."""
    return a is None


@builtin
def is_not_none(a, /):
    """Same as a is not None."""
    return a is not None


@builtin
def abs(a, /):
    """Same as abs(a)."""
    return _abs(a)


@builtin
def add(a, b, /):
    """Same as a + b."""
    return a + b


@builtin
def and_(a, b, /):
    """Same as a & b."""
    return a & b


@builtin
def floordiv(a, b, /):
    """Same as a // b."""
    return a // b


@builtin
def index(a, /):
    """Same as a.__index__()"""
    return int.__index__(a) if isinstance(a, int) else range(a).stop


@builtin
def inv(a, /):
    """Same as ~a."""
    return ~a


@builtin
def invert(a, /):
    """Same as ~a."""
    return ~a


@builtin
def lshift(a, b, /):
    """Same as a << b."""
    return a << b


@builtin
def mod(a, b, /):
    """Same as a % b."""
    return a % b


@builtin
def mul(a, b, /):
    """Same as a * b."""
    return a * b


@builtin
def matmul(a, b, /):
    """Same as a @ b."""
    return a @ b


@builtin
def neg(a, /):
    """Same as -a."""
    return -a


@builtin
def or_(a, b, /):
    """Same as a | b."""
    return a | b


@builtin
def pos(a, /):
    """Same as +a."""
    return +a


@builtin
def pow(a, b, /):
    """Same as a ** b."""
    return a ** b


@builtin
def rshift(a, b, /):
    """Same as a >> b."""
    return a >> b


@builtin
def sub(a, b, /):
    """Same as a - b."""
    return a - b


@builtin
def truediv(a, b, /):
    """Same as a / b."""
    return a / b


@builtin
def xor(a, b, /):
    """Same as a ^ b."""
    return a ^ b


# Concatenation knows sequences alone: a builtin one adds only its like, and any others must both be sequences.

_CONCATENATIONS = (list.__add__, tuple.__add__, str.__add__, bytes.__add__, bytearray.__add__)
_EXTENSIONS = (list.__iadd__, bytearray.__iadd__)


def _is_sequence(a):
    return not isinstance(a, dict) and hasattr(type(a), "__getitem__")


def _method(a, name):
    return getattr(type(a), name, None)


def _sum(a, b, in_place=False):
    """a + b, or NotImplemented where neither side knows how."""
    if in_place and (method := _method(a, "__iadd__")) is not None:
        answer = method(a, b)
        if answer is not NotImplemented:
            return answer
    add, radd = _method(a, "__add__"), _method(b, "__radd__")
    if type(a) is type(b):
        radd = None
    elif radd is not None and issubclass(type(b), type(a)) and radd is not _method(a, "__radd__"):
        answer = radd(b, a)
        if answer is not NotImplemented:
            return answer
        radd = None
    answer = NotImplemented if add is None else add(a, b)
    if answer is NotImplemented and radd is not None:
        answer = radd(b, a)
    return answer


def _no_concatenation(a):
    cls = type(a)
    return TypeError(f"'{cls.__name__}' object can't be concatenated")


@builtin
def concat(a, b, /):
    """Same as a + b, for a and b sequences."""
    add = _method(a, "__add__")
    if add in _CONCATENATIONS:
        return add(a, b)
    if _is_sequence(a) and _is_sequence(b):
        answer = _sum(a, b)
        if answer is not NotImplemented:
            return answer
    raise _no_concatenation(a)


@builtin
def contains(a, b, /):
    """Same as b in a (note reversed operands)."""
    return b in a


@builtin
def countOf(a, b, /):
    """Return the number of items in a which are, or which equal, b."""
    count = 0
    for item in _items(a):
        if item is b or item == b:
            count += 1
    return count


@builtin
def delitem(a, b, /):
    """Same as del a[b]."""
    del a[b]


@builtin
def getitem(a, b, /):
    """Same as a[b]."""
    return a[b]


@builtin
def indexOf(a, b, /):
    """Return the first index of b in a."""
    position = 0
    for item in _items(a):
        if item is b or item == b:
            return position
        position += 1
    raise ValueError("sequence.index(x): x not in sequence")


def _items(a):
    try:
        return iter(a)
    except TypeError:
        pass
    raise TypeError(f"argument of type '{type(a).__name__}' is not iterable")


@builtin
def setitem(a, b, c, /):
    """Same as a[b] = c."""
    a[b] = c


@builtin
def length_hint(obj, default=0, /):
    """Return an estimate of the number of items in obj: its length, else what __length_hint__ says, else the default."""
    if not isinstance(default, int):
        raise TypeError(f"'{type(default).__name__}' object cannot be interpreted as an integer")
    cls = type(obj)
    if hasattr(cls, "__len__"):
        try:
            return len(obj)
        except TypeError:
            pass
    hint = getattr(cls, "__length_hint__", None)
    if hint is None:
        return default
    try:
        value = hint(obj)
    except TypeError:
        return default
    if value is NotImplemented:
        return default
    if not isinstance(value, int):
        raise TypeError(f"__length_hint__ must be an integer, not {type(value).__name__}")
    if value < 0:
        raise ValueError("__length_hint__() should return >= 0")
    return value


@builtin
def call(obj, /, *args, **kwargs):
    """Same as obj(*args, **kwargs)."""
    return obj(*args, **kwargs)


@builtin
def iadd(a, b, /):
    """Same as a += b."""
    a += b
    return a


@builtin
def iand(a, b, /):
    """Same as a &= b."""
    a &= b
    return a


@builtin
def iconcat(a, b, /):
    """Same as a += b, for a and b sequences."""
    extend = _method(a, "__iadd__")
    if extend in _EXTENSIONS:
        return extend(a, b)
    add = _method(a, "__add__")
    if extend is None and add in _CONCATENATIONS:
        return add(a, b)
    if _is_sequence(a) and _is_sequence(b):
        answer = _sum(a, b, in_place=True)
        if answer is not NotImplemented:
            return answer
    raise _no_concatenation(a)


@builtin
def ifloordiv(a, b, /):
    """Same as a //= b."""
    a //= b
    return a


@builtin
def ilshift(a, b, /):
    """Same as a <<= b."""
    a <<= b
    return a


@builtin
def imod(a, b, /):
    """Same as a %= b."""
    a %= b
    return a


@builtin
def imul(a, b, /):
    """Same as a *= b."""
    a *= b
    return a


@builtin
def imatmul(a, b, /):
    """Same as a @= b."""
    a @= b
    return a


@builtin
def ior(a, b, /):
    """Same as a |= b."""
    a |= b
    return a


@builtin
def ipow(a, b, /):
    """Same as a **= b."""
    a **= b
    return a


@builtin
def irshift(a, b, /):
    """Same as a >>= b."""
    a >>= b
    return a


@builtin
def isub(a, b, /):
    """Same as a -= b."""
    a -= b
    return a


@builtin
def itruediv(a, b, /):
    """Same as a /= b."""
    a /= b
    return a


@builtin
def ixor(a, b, /):
    """Same as a ^= b."""
    a ^= b
    return a


__name__ = "operator"


# Callables with something remembered

@builtin
class itemgetter:
    """A callable that picks the items by the given keys from its argument: one item, or a tuple of several."""

    __slots__ = ("_keys", "_key")

    def __new__(cls, /, *args, **kwargs):
        if kwargs:
            raise TypeError("itemgetter() takes no keyword arguments")
        if not args:
            raise TypeError("itemgetter expected 1 argument, got 0")
        self = object.__new__(cls)
        self._keys = args
        self._key = args[0]
        return self

    def __call__(self, /, *args, **kwargs):
        if kwargs:
            raise TypeError("itemgetter() takes no keyword arguments")
        if len(args) != 1:
            raise TypeError(f"itemgetter expected 1 argument, got {len(args)}")
        obj = args[0]
        keys = self._keys
        if len(keys) == 1:
            return obj[self._key]
        return tuple([obj[key] for key in keys])

    def __repr__(self):
        return f"operator.itemgetter({', '.join([repr(key) for key in self._keys])})"

    def __reduce__(self):
        return type(self), self._keys


@builtin
class attrgetter:
    """A callable that reads the attributes of the given names, dotted ones too: one value, or a tuple of several."""

    __slots__ = ("_names", "_paths")

    def __new__(cls, /, *args, **kwargs):
        if kwargs:
            raise TypeError("attrgetter() takes no keyword arguments")
        if not args:
            raise TypeError("attrgetter expected 1 argument, got 0")
        for name in args:
            if not isinstance(name, str):
                raise TypeError("attribute name must be a string")
        self = object.__new__(cls)
        self._names = args
        self._paths = [name.split(".") for name in args]
        return self

    def __call__(self, /, *args, **kwargs):
        if kwargs:
            raise TypeError("attrgetter() takes no keyword arguments")
        if len(args) != 1:
            raise TypeError(f"attrgetter expected 1 argument, got {len(args)}")
        found = []
        for path in self._paths:
            obj = args[0]
            for name in path:
                obj = getattr(obj, name)
            found.append(obj)
        return found[0] if len(found) == 1 else tuple(found)

    def __repr__(self):
        return f"operator.attrgetter({', '.join([repr(name) for name in self._names])})"

    def __reduce__(self):
        return type(self), self._names


@builtin
class methodcaller:
    """A callable that calls the method of the given name, with the given arguments, on its argument."""

    __slots__ = ("_name", "_args", "_kwargs")

    def __new__(cls, /, *args, **kwargs):
        if not args:
            raise TypeError("methodcaller needs at least one argument, the method name")
        name, *rest = args
        if not isinstance(name, str):
            raise TypeError("method name must be a string")
        self = object.__new__(cls)
        self._name = name
        self._args = tuple(rest)
        self._kwargs = kwargs
        return self

    def __call__(self, /, *args, **kwargs):
        if kwargs:
            raise TypeError("methodcaller() takes no keyword arguments")
        if len(args) != 1:
            raise TypeError(f"methodcaller expected 1 argument, got {len(args)}")
        return getattr(args[0], self._name)(*self._args, **self._kwargs)

    def __repr__(self):
        parts = [repr(self._name), *[repr(arg) for arg in self._args], *[f"{k}={v!r}" for k, v in self._kwargs.items()]]
        return f"operator.methodcaller({', '.join(parts)})"

    def __reduce__(self):
        if self._kwargs:
            from functools import partial
            return partial(type(self), self._name, **self._kwargs), self._args
        return type(self), (self._name, *self._args)


__lt__, __le__, __eq__, __ne__, __ge__, __gt__ = lt, le, eq, ne, ge, gt
__not__, __abs__, __add__, __and__, __call__, __floordiv__, __index__ = not_, abs, add, and_, call, floordiv, index
__inv__, __invert__, __lshift__, __mod__, __mul__, __matmul__, __neg__ = inv, invert, lshift, mod, mul, matmul, neg
__or__, __pos__, __pow__, __rshift__, __sub__, __truediv__, __xor__ = or_, pos, pow, rshift, sub, truediv, xor
__concat__, __contains__, __delitem__, __getitem__, __setitem__ = concat, contains, delitem, getitem, setitem
__iadd__, __iand__, __iconcat__, __ifloordiv__, __ilshift__, __imod__ = iadd, iand, iconcat, ifloordiv, ilshift, imod
__imul__, __imatmul__, __ior__, __ipow__, __irshift__, __isub__ = imul, imatmul, ior, ipow, irshift, isub
__itruediv__, __ixor__ = itruediv, ixor
