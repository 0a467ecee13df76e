"""Copies of objects, shallow and deep.

An object of a program's class is taken apart and put together as `object.__reduce_ex__` describes it; that is done here, so
that it does not depend on the machine's own, which answers for the built-in types alone.
"""

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    pass


error = Error

_function = type(lambda: 0)
_method = type((lambda self: 0).__get__(0))
_ATOMS = frozenset((
    type(None), int, float, bool, complex, str, bytes, type, range, property, type(...), type(NotImplemented), type(len),
    _function, type((lambda: 0).__code__)))
_FLAT_ATOMS = _ATOMS | {tuple, frozenset, slice, super}
_absent = object()


def copy(x):
    """A new object with the same contents."""
    cls = type(x)
    if cls in _FLAT_ATOMS:
        return x
    if cls is list or cls is dict or cls is set or cls is bytearray:
        return cls.copy(x)
    if issubclass(cls, type):
        return x
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    parts = _taken_apart(x, cls, "shallow")
    if isinstance(parts, str):
        return x
    return _reconstruct(x, None, *parts)


def deepcopy(x, memo=None, _nil=[]):
    """A new object with copies of the contents, each object copied once."""
    cls = type(x)
    if cls in _ATOMS:
        return x
    key = id(x)
    if memo is None:
        memo = {}
    else:
        known = memo.get(key, _nil)
        if known is not _nil:
            return known
    if cls is list:
        made = memo[key] = []
        for item in x:
            made.append(deepcopy(item, memo))
    elif cls is dict:
        made = memo[key] = {}
        for name, value in x.items():
            made[deepcopy(name, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        made = _deep_tuple(x, memo)
    elif cls is _method:
        made = cls(x.__func__, deepcopy(x.__self__, memo))
    elif issubclass(cls, type):
        return x
    else:
        copier = getattr(x, "__deepcopy__", None)
        if copier is not None:
            made = copier(memo)
        else:
            parts = _taken_apart(x, cls, "deep")
            made = x if isinstance(parts, str) else _reconstruct(x, memo, *parts)
    if made is not x:
        memo[key] = made
        # The object stays alive as long as the memo, so that its id is nobody else's.
        memo.setdefault(id(memo), []).append(x)
    return made


def _deep_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    made = memo.get(id(x), _absent)
    if made is not _absent:
        return made  # The tuple holds itself.
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


def _taken_apart(x, cls, kind):
    """What __reduce_ex__ says: a name, or a function with its arguments, and maybe state, list items and dict items."""
    import sys
    copyreg = sys.modules.get("copyreg")
    if copyreg is not None:
        reduce = copyreg.dispatch_table.get(cls)
        if reduce:
            return reduce(x)
    reduce = getattr(cls, "__reduce_ex__", None)
    if reduce is object.__reduce_ex__:
        if getattr(cls, "__reduce__", None) is object.__reduce__:
            return _default_parts(x, cls)
        return cls.__reduce__(x)
    if reduce is not None:
        return reduce(x, 4)
    reduce = getattr(cls, "__reduce__", None)
    if not reduce:
        raise Error(f"un({kind})copyable object of type {cls}")
    return reduce(x)


def _default_parts(x, cls):
    if isinstance(x, BaseException):
        return (cls, x.args, x.__dict__) if x.__dict__ else (cls, x.args)
    if isinstance(x, (set, frozenset)):
        return cls, (list(x),), _state(x)
    if isinstance(x, bytearray):
        return cls, (bytes(x),), _state(x)
    if cls is slice:
        return cls, (x.start, x.stop, x.step)
    if cls.__module__ == "builtins" and cls is not object:
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    keywords = None
    given = getattr(cls, "__getnewargs_ex__", None)
    if given is not None:
        given = given(x)
        if not isinstance(given, tuple):
            raise TypeError(f"__getnewargs_ex__ should return a tuple, not '{type(given).__name__}'")
        if len(given) != 2:
            raise ValueError(f"__getnewargs_ex__ should return a tuple of length 2, not {len(given)}")
        args, keywords = given
        if not isinstance(args, tuple):
            raise TypeError("first item of the tuple returned by __getnewargs_ex__ must be a tuple, not "
                            f"'{type(args).__name__}'")
        if not isinstance(keywords, dict):
            raise TypeError("second item of the tuple returned by __getnewargs_ex__ must be a dict, not "
                            f"'{type(keywords).__name__}'")
    else:
        given = getattr(cls, "__getnewargs__", None)
        if given is not None:
            args = given(x)
            if not isinstance(args, tuple):
                raise TypeError(f"__getnewargs__ should return a tuple, not '{type(args).__name__}'")
        else:
            args = _payload(x)
    state = _state(x)
    items = iter(x) if isinstance(x, list) else None
    pairs = iter(x.items()) if isinstance(x, dict) else None
    return _new, (cls, args, keywords or {}), state, items, pairs


def _payload(x):
    """The arguments of __new__ for an instance of a class that derives from an immutable built-in type."""
    for base in (int, str, float, tuple, bytes, complex):
        if isinstance(x, base):
            return (base.__getnewargs__(x) if hasattr(base, "__getnewargs__") else (base(x),))
    return ()


def _new(cls, args, keywords):
    return cls.__new__(cls, *args, **keywords)


def _state(x):
    cls = type(x)
    getstate = getattr(cls, "__getstate__", None)
    if getstate is not None and getstate is not getattr(object, "__getstate__", None):
        return getstate(x)
    state = getattr(x, "__dict__", None) or None
    slots = {}
    for base in cls.__mro__:
        own = base.__dict__.get("__slots__", ())
        for name in (own,) if isinstance(own, str) else own:
            if name in ("__dict__", "__weakref__"):
                continue
            if name.startswith("__") and not name.endswith("__"):
                stripped = base.__name__.lstrip("_")
                if stripped:
                    name = f"_{stripped}{name}"
            value = getattr(x, name, _absent)
            if value is not _absent:
                slots[name] = value
    return (state, slots) if slots else state


def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None, *, deepcopy=deepcopy):
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    made = func(*args)
    if deep:
        memo[id(x)] = made
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(made, "__setstate__"):
            made.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                made.__dict__.update(state)
            if slots is not None:
                for name, value in slots.items():
                    setattr(made, name, value)
    if listiter is not None:
        for item in listiter:
            made.append(deepcopy(item, memo) if deep else item)
    if dictiter is not None:
        for key, value in dictiter:
            made[deepcopy(key, memo) if deep else key] = deepcopy(value, memo) if deep else value
    return made


def replace(obj, /, **changes):
    """A copy of an object with some attributes or fields changed."""
    cls = obj.__class__
    func = getattr(cls, "__replace__", None)
    if func is None:
        raise TypeError(f"replace() does not support {cls.__name__} objects")
    return func(obj, **changes)
