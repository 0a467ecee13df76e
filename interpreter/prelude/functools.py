"""Functions that make and change functions.

What CPython writes in C (`partial`, `reduce`, `cmp_to_key`, the wrapper that `lru_cache` makes) is here a class or a
function marked `builtin`: it does not bind and leaves no frame. A cache keeps its entries in a dict whose values are
links of a ring, oldest first, so that a hit calls `__eq__` of an argument no more often than CPython's does.
"""

from _prelude import builtin

__all__ = [
    "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key", "lru_cache",
    "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property", "Placeholder"]

GenericAlias = type(list[int])
UnionType = type(int | None)
MappingProxyType = type(type.__dict__)
WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotate__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)

_missing = object()


# Wrappers

def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes `wrapper` look like `wrapped`, which it then names as its __wrapped__."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator that applies update_wrapper() with the arguments given here."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# Comparison

# For each method that a class may start from: the methods made from it, whether the answer is turned round, and how
# equality joins in.
_ORDERINGS = {
    "__lt__": (("__gt__", True, "and"), ("__le__", False, "or"), ("__ge__", True, "")),
    "__le__": (("__ge__", True, "or"), ("__lt__", False, "and"), ("__gt__", True, "")),
    "__gt__": (("__lt__", True, "and"), ("__ge__", False, "or"), ("__le__", True, "")),
    "__ge__": (("__le__", True, "or"), ("__gt__", False, "and"), ("__lt__", True, "")),
}


def _ordering(name, root, turned, equality):
    def compare(self, other):
        answer = getattr(type(self), root)(self, other)
        if answer is NotImplemented:
            return answer
        if turned:
            answer = not answer
        if equality == "and":
            return answer and self != other
        if equality == "or":
            return answer or self == other
        return answer

    compare.__name__ = name
    compare.__qualname__ = f"_{name[2:4]}_from_{root[2:4]}"
    signs = {"__lt__": "<", "__le__": "<=", "__gt__": ">", "__ge__": ">="}
    made_from = f"({'not ' if turned else ''}a {signs[root]} b)"
    if equality:
        made_from += f" {equality} (a {'!=' if equality == 'and' else '=='} b)"
    compare.__doc__ = f"Return a {signs[name]} b.  Computed by @total_ordering from {made_from}."
    return compare


def total_ordering(cls):
    """Completes a class that has one ordering method with the other three."""
    roots = [name for name in _ORDERINGS if getattr(cls, name, None) is not getattr(object, name, None)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for root in ("__lt__", "__le__", "__gt__", "__ge__"):
        if root in roots:
            break
    for name, turned, equality in _ORDERINGS[root]:
        if name not in roots:
            setattr(cls, name, _ordering(name, root, turned, equality))
    return cls


@builtin
class KeyWrapper:
    """What cmp_to_key() answers, and, called with an object, that object as a key."""

    __slots__ = ("obj", "_compare")
    __hash__ = None

    def __init__(self, *, compare):
        self.obj = None
        self._compare = compare

    def __call__(self, obj):
        key = KeyWrapper(compare=self._compare)
        key.obj = obj
        return key

    def __lt__(self, other):
        if not isinstance(other, KeyWrapper):
            raise TypeError("other argument must be K instance")
        return self._compare(self.obj, other.obj) < 0

    def __le__(self, other):
        if not isinstance(other, KeyWrapper):
            raise TypeError("other argument must be K instance")
        return self._compare(self.obj, other.obj) <= 0

    def __eq__(self, other):
        if not isinstance(other, KeyWrapper):
            raise TypeError("other argument must be K instance")
        return self._compare(self.obj, other.obj) == 0

    def __ne__(self, other):
        if not isinstance(other, KeyWrapper):
            raise TypeError("other argument must be K instance")
        return self._compare(self.obj, other.obj) != 0

    def __gt__(self, other):
        if not isinstance(other, KeyWrapper):
            raise TypeError("other argument must be K instance")
        return self._compare(self.obj, other.obj) > 0

    def __ge__(self, other):
        if not isinstance(other, KeyWrapper):
            raise TypeError("other argument must be K instance")
        return self._compare(self.obj, other.obj) >= 0


@builtin
def cmp_to_key(mycmp):
    """Turns a function that compares two objects into a key function."""
    return KeyWrapper(compare=mycmp)


@builtin
def reduce(function, iterable, /, initial=_missing):
    """Applies a function of two arguments to what it answered so far and the next item, from the left."""
    try:
        iterator = iter(iterable)
    except TypeError:
        iterator = None
    if iterator is None:
        raise TypeError("reduce() arg 2 must support iteration")
    if initial is _missing:
        for initial in iterator:
            break
        else:
            raise TypeError("reduce() of empty iterable with no initial value")
    for item in iterator:
        initial = function(initial, item)
    return initial


# Partial application

@builtin
class _PlaceholderType:
    """The type of Placeholder, which holds the place of a positional argument in a partial()."""

    __slots__ = ()
    _only = None

    def __new__(cls, *args, **kwargs):
        if args or kwargs:
            raise TypeError("PlaceholderType takes no arguments")
        if cls._only is None:
            cls._only = object.__new__(cls)
        return cls._only

    def __init_subclass__(cls):
        raise TypeError("type 'functools._PlaceholderType' is not an acceptable base type")

    def __repr__(self):
        return "Placeholder"

    def __reduce__(self):
        return "Placeholder"


Placeholder = _PlaceholderType()


def _open_places(args):
    count = 0
    for arg in args:
        if arg is Placeholder:
            count += 1
    return count


@builtin
class partial:
    """Create a new function with partial application of the given arguments
and keywords."""

    __slots__ = ("func", "args", "keywords", "_open", "__dict__", "__weakref__")

    def __new__(cls, /, *args, **keywords):
        if not args:
            raise TypeError("type 'partial' takes at least one argument")
        func, *args = args
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if args and args[-1] is Placeholder:
            raise TypeError("trailing Placeholders are not allowed")
        for value in keywords.values():
            if value is Placeholder:
                raise TypeError("Placeholder cannot be passed as a keyword argument")
        args = tuple(args)
        if isinstance(func, partial) and type(func).__call__ is partial.__call__ and not func.__dict__:
            args = _filled(func.args, args) if func._open else func.args + args
            if args and args[-1] is Placeholder:
                raise TypeError("trailing Placeholders are not allowed")
            if func.keywords:
                keywords = {**func.keywords, **keywords}
            func = func.func
        self = object.__new__(cls)
        _set_func(self, func)
        _set_args(self, args)
        _set_keywords(self, keywords)
        _set_open(self, _open_places(args))
        return self

    def __call__(self, /, *args, **keywords):
        if self._open:
            if len(args) < self._open:
                raise TypeError("missing positional arguments in 'partial' call; "
                                f"expected at least {self._open}, got {len(args)}")
            args = _filled(self.args, args)
        else:
            args = self.args + args
        if self.keywords:
            keywords = {**self.keywords, **keywords}
        return self.func(*args, **keywords)

    def __get__(self, instance, owner=None):
        return self if instance is None else MethodType(self, instance)

    def __setattr__(self, name, value):
        if name in ("func", "args", "keywords"):
            raise AttributeError("readonly attribute")
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in ("func", "args", "keywords"):
            raise AttributeError("readonly attribute")
        object.__delattr__(self, name)

    def __repr__(self):
        cls = type(self)
        name = f"{cls.__module__}.{cls.__qualname__}"
        if id(self) in _being_shown:
            return "..."
        _being_shown.add(id(self))
        try:
            parts = [repr(self.func)]
            parts += [repr(arg) for arg in self.args]
            parts += [f"{key}={value!r}" for key, value in self.keywords.items()]
            return f"{name}({', '.join(parts)})"
        finally:
            _being_shown.discard(id(self))

    def __reduce__(self):
        return type(self), (self.func,), (self.func, self.args, self.keywords or {}, self.__dict__ or None)

    def __setstate__(self, state):
        if type(state) is not tuple or len(state) != 4:
            raise TypeError("invalid partial state")
        func, args, keywords, attributes = state
        if not callable(func) or not isinstance(args, tuple) or not (keywords is None or isinstance(keywords, dict)):
            raise TypeError("invalid partial state")
        if args and args[-1] is Placeholder:
            raise TypeError("trailing Placeholders are not allowed")
        _set_func(self, func)
        _set_args(self, tuple(args))
        _set_keywords(self, dict(keywords or {}))
        _set_open(self, _open_places(args))
        self.__dict__ = attributes if attributes is not None else {}

    __class_getitem__ = classmethod(GenericAlias)


_set_func = partial.func.__set__
_set_args = partial.args.__set__
_set_keywords = partial.keywords.__set__
_set_open = partial._open.__set__
_being_shown = set()
MethodType = type(Placeholder.__repr__)


def _filled(prior, args):
    """`prior` with the first of `args` in its open places, and the others behind; fewer leave places open."""
    args = iter(args)
    filled = [next(args, Placeholder) if arg is Placeholder else arg for arg in prior]
    return (*filled, *args)


# A function of the module by this name because the error for a missing `func` tells it.
def _partial_new(cls, func, /, *args, **keywords):
    if not callable(func) and getattr(func, "__get__", None) is None:
        raise TypeError(f"the first argument {func!r} must be a callable or a descriptor")
    if args and args[-1] is Placeholder:
        raise TypeError("trailing Placeholders are not allowed")
    for value in keywords.values():
        if value is Placeholder:
            raise TypeError("Placeholder cannot be passed as a keyword argument")
    if isinstance(func, partialmethod):
        args = _filled(func.args, args)
        if args and args[-1] is Placeholder:
            raise TypeError("trailing Placeholders are not allowed")
        keywords = {**func.keywords, **keywords}
        func = func.func
    self = object.__new__(cls)
    self.func = func
    self.args = args
    self.keywords = keywords
    return self


class partialmethod:
    """A method with some arguments given, for use in a class body."""

    __new__ = _partial_new

    def __repr__(self):
        cls = type(self)
        if id(self) in _being_shown:
            return "..."
        _being_shown.add(id(self))
        try:
            parts = [repr(self.func)]
            parts += [repr(arg) for arg in self.args]
            parts += [f"{key}={value!r}" for key, value in self.keywords.items()]
            return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts)})"
        finally:
            _being_shown.discard(id(self))

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            places = _open_places(self.args)
            if len(args) < places:
                raise TypeError("missing positional arguments in 'partialmethod' call; "
                                f"expected at least {places}, got {len(args)}")
            return self.func(cls_or_self, *_filled(self.args, args), **{**self.keywords, **keywords})

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.__partialmethod__ = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        if get is not None and not isinstance(self.func, partial):
            func = get(obj, cls)
            # A descriptor that answered something of its own (a bound method, say) gets the arguments directly.
            if func is not self.func:
                bound = partial(func, *self.args, **self.keywords)
                try:
                    bound.__self__ = func.__self__
                except AttributeError:
                    pass
                return bound
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(GenericAlias)


# Caches

class _Key(list):
    """Arguments as a dict key: hashed once."""

    __slots__ = ("_hash",)

    def __init__(self, items):
        list.__init__(self, items)
        self._hash = hash(tuple(items))

    def __hash__(self):
        return self._hash


_KEYWORDS = object()


def _key_of(args, keywords, typed):
    if keywords:
        items = [*args, _KEYWORDS]
        for item in keywords.items():
            items += item
        if typed:
            items += [type(arg) for arg in args]
            items += [type(value) for value in keywords.values()]
        return _Key(items)
    if typed:
        return _Key([*args, *[type(arg) for arg in args]])
    if len(args) == 1 and (type(args[0]) is int or type(args[0]) is str):
        return args[0]
    return _Key(args)


def _cache_info_type():
    global _CacheInfo
    if _CacheInfo is None:
        from collections import namedtuple
        _CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"], module="functools")
    return _CacheInfo


_CacheInfo = None


@builtin
class _lru_cache_wrapper:
    """A function with a cache. A link is [older, newer, key, result]; the ring's root has the oldest behind it."""

    __slots__ = ("_function", "_size", "_typed", "_links", "_root", "_hits", "_misses", "__dict__", "__weakref__")

    def __init__(self, function, size, typed):
        self._function = function
        self._size = size
        self._typed = typed
        self._hits = self._misses = 0
        self._links = {}
        self._root = root = []
        root[:] = [root, root, None, None]

    def __call__(self, /, *args, **keywords):
        size = self._size
        if size == 0:
            self._misses += 1
            return self._function(*args, **keywords)
        key = args[0] if len(args) == 1 and not keywords and not self._typed and type(args[0]) in (
            int, str) else _key_of(args, keywords, self._typed)
        links = self._links
        link = links.get(key)
        if link is not None:
            self._hits += 1
            if size is None:
                return link[0]
            older, newer, _, result = link
            root = self._root
            if newer is not root:
                older[1] = newer
                newer[0] = older
                last = root[0]
                last[1] = root[0] = link
                link[0] = last
                link[1] = root
            return result
        self._misses += 1
        result = self._function(*args, **keywords)
        if size is None:
            links[key] = (result,)
            return result
        # The call may have filled the place, or emptied the cache.
        if links.get(key) is not None:
            return result
        root = self._root
        if len(links) >= size:
            oldest = root[1]
            root[1] = oldest[1]
            oldest[1][0] = root
            if links.pop(oldest[2], None) is None:
                return result
        last = root[0]
        last[1] = root[0] = links[key] = [last, root, key, result]
        return result

    def __get__(self, instance, owner=None):
        return self if instance is None else MethodType(self, instance)

    def cache_info(self):
        """Report cache statistics"""
        return _cache_info_type()(self._hits, self._misses, self._size, len(self._links))

    def cache_clear(self):
        """Clear the cache and cache statistics"""
        self._hits = self._misses = 0
        self._links.clear()
        root = self._root
        root[:] = [root, root, None, None]

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return self.__qualname__


def lru_cache(maxsize=128, typed=False):
    """A decorator that keeps the results of the last `maxsize` different calls."""
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        function, maxsize = maxsize, 128
        return _cached(function, maxsize, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorating_function(user_function):
        return _cached(user_function, maxsize, typed)

    return decorating_function


def _cached(function, maxsize, typed):
    if not callable(function):
        raise TypeError("the first argument must be callable")
    wrapper = _lru_cache_wrapper(function, maxsize, typed)
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, function)


def cache(user_function, /):
    """A cache without bound: lru_cache(maxsize=None)."""
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    """A property computed at its first reading, then kept in the instance's __dict__."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            f"({self.attrname!r} and {name!r}).")

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        name = self.attrname
        if name is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            kept = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance "
                            f"to cache {name!r} property.") from None
        value = kept.get(name, _missing)
        if value is _missing:
            value = self.func(instance)
            try:
                kept[name] = value
            except TypeError:
                raise TypeError(f"The '__dict__' attribute on {type(instance).__name__!r} instance "
                                f"does not support item assignment for caching {name!r} property.") from None
        return value

    __class_getitem__ = classmethod(GenericAlias)


# Single dispatch

def _merge(sequences):
    """The C3 merge: the first head that is in nobody's tail, until all are used up."""
    sequences = [list(sequence) for sequence in sequences]
    result = []
    while sequences := [sequence for sequence in sequences if sequence]:
        for sequence in sequences:
            head = sequence[0]
            if not any(head in other[1:] for other in sequences):
                break
        else:
            raise RuntimeError("Inconsistent hierarchy")
        result.append(head)
        for sequence in sequences:
            if sequence[0] is head:
                del sequence[0]
    return result


def _mro_with(cls, abstract):
    """The MRO of `cls` as if it derived from those of `abstract` that it is a virtual subclass of.

    They come where they are first implied: behind the last base that is an abstract class itself.
    """
    bases = cls.__bases__
    split = 0
    for index, base in enumerate(bases):
        if hasattr(base, "__abstractmethods__"):
            split = index + 1
    here = [a for a in abstract if issubclass(cls, a) and not any(issubclass(base, a) for base in bases)]
    deeper = [a for a in abstract if a not in here]
    front, back = list(bases[:split]), list(bases[split:])
    return _merge([[cls], *[_mro_with(base, deeper) for base in front], *[_mro_with(a, deeper) for a in here],
                   *[_mro_with(base, deeper) for base in back], front, here, back])


def _dispatch_order(cls, candidates):
    """The MRO of `cls` with the abstract classes among `candidates` in their places."""
    own = set(cls.__mro__)
    virtual = [c for c in candidates
               if c not in own and hasattr(c, "__mro__") and type(c) is not GenericAlias and issubclass(cls, c)]
    # A class that another candidate derives from comes in with that one.
    virtual = [c for c in virtual if not any(c is not other and c in other.__mro__ for other in virtual)]
    inserted = []
    for candidate in virtual:
        found = []
        for sub in candidate.__subclasses__():
            if sub not in own and issubclass(cls, sub):
                found.append([c for c in sub.__mro__ if c in virtual])
        if not found:
            inserted.append(candidate)
            continue
        found.sort(key=len, reverse=True)
        for chain in found:
            for c in chain:
                if c not in inserted:
                    inserted.append(c)
    return _mro_with(cls, inserted)


def _implementation(cls, registry):
    mro = cls.__mro__
    match = None
    for c in _dispatch_order(cls, registry.keys()):
        if match is not None:
            if c in registry and c not in mro and match not in mro and not issubclass(match, c):
                raise RuntimeError(f"Ambiguous dispatch: {match} or {c}")
            break
        if c in registry:
            match = c
    return registry.get(match)


def _is_union(cls):
    return isinstance(cls, UnionType) and all(isinstance(arg, type) for arg in cls.__args__)


def singledispatch(func):
    """A generic function: which of its implementations runs depends on the type of the first argument."""
    registry = {}
    found = {}
    token = None
    name = getattr(func, "__name__", "singledispatch function")

    def dispatch(cls):
        """The implementation that a call with an instance of `cls` runs."""
        nonlocal token
        if token is not None:
            now = _abc_token()
            if token != now:
                found.clear()
                token = now
        try:
            return found[cls]
        except KeyError:
            pass
        try:
            implementation = registry[cls]
        except KeyError:
            implementation = _implementation(cls, registry)
        found[cls] = implementation
        return implementation

    def register(cls, func=None):
        """Adds an implementation for a class or a union of classes."""
        nonlocal token
        if isinstance(cls, type) and not isinstance(cls, GenericAlias) or _is_union(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            func = cls
            if not getattr(cls, "__annotate__", None) and not getattr(cls, "__annotations__", None):
                raise TypeError(f"Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` "
                                "or plain `@register` on an annotated function.")
            from annotationlib import Format, ForwardRef
            from typing import get_type_hints
            argument, cls = next(iter(get_type_hints(func, format=Format.FORWARDREF).items()))
            if not (isinstance(cls, type) and not isinstance(cls, GenericAlias) or _is_union(cls)):
                if isinstance(cls, UnionType):
                    raise TypeError(f"Invalid annotation for {argument!r}. {cls!r} not all arguments are classes.")
                if isinstance(cls, ForwardRef):
                    raise TypeError(f"Invalid annotation for {argument!r}. {cls!r} is an unresolved forward reference.")
                raise TypeError(f"Invalid annotation for {argument!r}. {cls!r} is not a class.")
        if isinstance(cls, UnionType):
            for arg in cls.__args__:
                registry[arg] = func
        else:
            registry[cls] = func
        if token is None and hasattr(cls, "__abstractmethods__"):
            token = _abc_token()
        found.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = found.clear
    update_wrapper(wrapper, func)
    return wrapper


def _abc_token():
    from abc import get_cache_token
    return get_cache_token()


class singledispatchmethod:
    """singledispatch() for a method: the argument after `self` decides."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """Adds an implementation for a class or a union of classes."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        return _singledispatchmethod_get(self, obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    def __repr__(self):
        return f"<single dispatch method descriptor {_function_name(self.func)}>"


def _function_name(func):
    try:
        return func.__qualname__
    except AttributeError:
        return getattr(func, "__name__", "?")


class _singledispatchmethod_get:
    def __init__(self, unbound, obj, cls):
        self._unbound = unbound
        self._dispatch = unbound.dispatcher.dispatch
        self._obj = obj
        self._cls = cls
        # Copied at once so that the class's own __doc__ and __module__ do not show.
        for name in ("__module__", "__doc__"):
            try:
                setattr(self, name, getattr(unbound.func, name))
            except AttributeError:
                pass

    def __repr__(self):
        name = _function_name(self._unbound.func)
        if self._obj is not None:
            return f"<bound single dispatch method {name} of {self._obj!r}>"
        return f"<single dispatch method {name}>"

    def __call__(self, /, *args, **kwargs):
        if not args:
            name = getattr(self._unbound.func, "__name__", "singledispatchmethod method")
            raise TypeError(f"{name} requires at least 1 positional argument")
        return self._dispatch(args[0].__class__).__get__(self._obj, self._cls)(*args, **kwargs)

    def __getattr__(self, name):
        if name not in {"__name__", "__qualname__", "__isabstractmethod__", "__annotations__", "__type_params__"}:
            raise AttributeError
        return getattr(self._unbound.func, name)

    @property
    def __wrapped__(self):
        return self._unbound.func

    @property
    def register(self):
        return self._unbound.register
