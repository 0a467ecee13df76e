"""Containers: named tuples, deques, counters, and dicts with a default, an order or several layers.

A deque is a list whose first items, up to `_start`, are free places: both ends grow and shrink without moving the rest, and
the list is put in order when more than half of it is free. `_version` counts the changes, so that iterators notice them.
"""

from _prelude import builtin, caller
from collections import abc

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple"]

GenericAlias = type(list[int])
_being_shown = set()


def _guarded(key, show, fallback):
    """What `show` answers, or the fallback while it is running for the same object."""
    if key in _being_shown:
        return fallback
    _being_shown.add(key)
    try:
        return show()
    finally:
        _being_shown.discard(key)


# Named tuples

try:
    from _prelude import tuplegetter as _tuplegetter
except ImportError:
    # Reads an item of a tuple as an attribute.
    @builtin
    class _tuplegetter:
        __slots__ = ("_index", "__doc__")

        def __init__(self, index, doc):
            self._index = index
            self.__doc__ = doc

        def __get__(self, instance, owner=None):
            if isinstance(instance, tuple):
                return tuple.__getitem__(instance, self._index)
            if instance is None:
                return self
            raise TypeError(f"descriptor for index '{self._index}' for tuple subclasses doesn't apply to "
                            f"'{type(instance).__name__}' object")

        def __set__(self, instance, value):
            raise AttributeError("can't set attribute")

        def __delete__(self, instance):
            raise AttributeError("can't delete attribute")

        def __repr__(self):
            return f"_tuplegetter({self._index}, {self.__doc__!r})"

        def __reduce__(self):
            return type(self), (self._index, self.__doc__)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """A class of tuples whose items have names."""
    from keyword import iskeyword
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    field_names = [str(name) for name in field_names]
    typename = str(typename)
    seen = set()
    if rename:
        for index, name in enumerate(field_names):
            if not name.isidentifier() or iskeyword(name) or name.startswith("_") or name in seen:
                field_names[index] = f"_{index}"
            seen.add(name)
        seen.clear()
    for name in [typename, *field_names]:
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    for name in field_names:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(field_names):
            raise TypeError("Got more default values than field names")
        if defaults:
            field_defaults = dict(zip(field_names[-len(defaults):], defaults))

    field_names = tuple(field_names)
    count = len(field_names)
    make = tuple.__new__
    arguments = ", ".join(field_names)
    # Compiled text, so that its argument errors are those of a function with these parameters.
    new = eval(f"lambda _cls, {arguments}{',' if count == 0 else ''}: _tuple_new(_cls, ({arguments}{',' if count == 1 else ''}))"
               if count else "lambda _cls: _tuple_new(_cls, ())",
               {"_tuple_new": make, "__builtins__": {}, "__name__": f"namedtuple_{typename}"})
    new.__name__ = "__new__"
    new.__doc__ = f"Create new instance of {typename}({arguments})"
    if defaults is not None:
        new.__defaults__ = defaults

    @classmethod
    def _make(cls, iterable):
        result = make(cls, iterable)
        if len(result) != count:
            raise TypeError(f"Expected {count} arguments, got {len(result)}")
        return result

    _make.__func__.__doc__ = f"Make a new {typename} object from a sequence or iterable"

    def _replace(self, /, **kwds):
        result = self._make([kwds.pop(name, value) for name, value in zip(field_names, self)])
        if kwds:
            raise TypeError(f"Got unexpected field names: {list(kwds)!r}")
        return result

    _replace.__doc__ = f"Return a new {typename} object replacing specified fields with new values"
    template = "(" + ", ".join([f"{name}=%r" for name in field_names]) + ")"

    def __repr__(self):
        """Return a nicely formatted representation string"""
        return self.__class__.__name__ + template % self

    def _asdict(self):
        """Return a new dict which maps field names to their values."""
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        """Return self as a plain tuple.  Used by copy and pickle."""
        return tuple(self)

    for method in (new, _make.__func__, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f"{typename}.{method.__name__}"
    namespace = {
        "__doc__": f"{typename}({arguments})", "__slots__": (), "_fields": field_names, "_field_defaults": field_defaults,
        "__new__": new, "_make": _make, "__replace__": _replace, "_replace": _replace, "__repr__": __repr__,
        "_asdict": _asdict, "__getnewargs__": __getnewargs__, "__match_args__": field_names}
    for index, name in enumerate(field_names):
        namespace[name] = _tuplegetter(index, f"Alias for field number {index}")
    made = type(typename, (tuple,), namespace)
    if module is None:
        where = caller()
        module = where[0].get("__name__", "__main__") if where else None
    if module is not None:
        made.__module__ = module
    return made


# Deques

class _maxlen:
    """maximum size of a deque or None if unbounded"""

    def __get__(self, instance, owner=None):
        return self if instance is None else instance._limit

    def __set__(self, instance, value):
        raise AttributeError("attribute 'maxlen' of 'collections.deque' objects is not writable")

    def __delete__(self, instance):
        self.__set__(instance, None)


@builtin
class deque:
    """A list-like sequence optimized for data accesses near its endpoints."""

    __slots__ = ("_items", "_start", "_version", "_limit", "__weakref__")

    def __new__(cls, /, *args, **kwargs):
        self = object.__new__(cls)
        self._items = []
        self._start = self._version = 0
        self._limit = None
        return self

    def __init__(self, /, *args, **kwargs):
        names = ("iterable", "maxlen")
        if len(args) + len(kwargs) > 2:
            raise TypeError(f"deque() takes at most 2 arguments ({len(args) + len(kwargs)} given)")
        values = dict(zip(names, args))
        for name, value in kwargs.items():
            if name not in names:
                raise TypeError(f"deque() got an unexpected keyword argument {name!r}")
            if name in values:
                raise TypeError(f"argument for deque() given by name ({name!r}) and position ({names.index(name) + 1})")
            values[name] = value
        limit = values.get("maxlen")
        if limit is not None:
            if not isinstance(limit, int):
                raise TypeError("an integer is required")
            if limit < 0:
                raise ValueError("maxlen must be non-negative")
        self._limit = limit
        if len(self._items) > self._start:
            self.clear()
        if "iterable" in values:
            self.extend(values["iterable"])

    maxlen = _maxlen()

    def append(self, item, /):
        """Adds an item at the right end."""
        self._version += 1
        items = self._items
        if self._limit is None:
            items.append(item)
        elif self._limit:
            items.append(item)
            if len(items) - self._start > self._limit:
                self._drop_left()

    def appendleft(self, item, /):
        """Adds an item at the left end."""
        self._version += 1
        items = self._items
        if self._limit is not None:
            if not self._limit:
                return
            if len(items) - self._start == self._limit:
                items.pop()
        start = self._start
        if not start:
            start = len(items) + 8
            items[:0] = [None] * start
        self._start = start - 1
        items[start - 1] = item

    def _drop_left(self):
        """Frees the place of the first item."""
        items, start = self._items, self._start
        items[start] = None
        start += 1
        if start > 16 and start * 2 > len(items):
            del items[:start]
            start = 0
        self._start = start

    def pop(self):
        """Removes and answers the item at the right end."""
        items = self._items
        if len(items) == self._start:
            raise IndexError("pop from an empty deque")
        self._version += 1
        return items.pop()

    def popleft(self):
        """Removes and answers the item at the left end."""
        items = self._items
        start = self._start
        if len(items) == start:
            raise IndexError("pop from an empty deque")
        self._version += 1
        item = items[start]
        self._drop_left()
        return item

    def extend(self, iterable, /):
        """Adds the items of an iterable at the right end."""
        if iterable is self:
            iterable = list(iterable)
        if self._limit is None:
            for item in iterable:
                self._version += 1
                self._items.append(item)
        else:
            for item in iterable:
                deque.append(self, item)

    def extendleft(self, iterable, /):
        """Adds the items of an iterable at the left end, one after the other."""
        if iterable is self:
            iterable = list(iterable)
        for item in iterable:
            deque.appendleft(self, item)

    def clear(self):
        """Removes all items."""
        self._version += 1
        self._items = []
        self._start = 0

    def _contents(self):
        return self._items[self._start:]

    def _set(self, contents):
        self._version += 1
        self._items = contents
        self._start = 0

    def copy(self):
        """A deque with the same items and the same bound."""
        if type(self) is deque:
            made = deque()
            made._items = self._contents()
            made._limit = self._limit
            return made
        return type(self)(self) if self._limit is None else type(self)(self, self._limit)

    __copy__ = copy

    def rotate(self, n=1, /):
        """Moves the items to the right, those that fall out come in at the left."""
        if not isinstance(n, int):
            n = range(n).stop
        contents = self._contents()
        if contents:
            n %= len(contents)
            if n:
                self._set(contents[-n:] + contents[:-n])

    def reverse(self):
        """Turns the order round, in place."""
        self._set(self._contents()[::-1])

    def _walk(self, start=0):
        """The items from a position on, as long as nothing changes."""
        version = self._version
        for item in self._items[self._start + start:]:
            yield item
            if self._version != version:
                raise RuntimeError("deque mutated during iteration")

    def count(self, value, /):
        """How often a value occurs."""
        count = 0
        for item in self._walk():
            if item is value or item == value:
                count += 1
        return count

    def index(self, value, start=0, stop=None, /):
        """The first position of a value; ValueError if it is not there."""
        size = len(self)
        stop = size if stop is None else stop
        if start < 0:
            start = max(start + size, 0)
        if stop < 0:
            stop = max(stop + size, 0)
        stop = min(stop, size)
        if start < stop:
            position = start
            for item in self._walk(start):
                if item is value or item == value:
                    if position < stop:
                        return position
                position += 1
                if position >= stop:
                    break
        raise ValueError("deque.index(x): x not in deque")

    def insert(self, index, value, /):
        """Puts a value before a position."""
        if len(self) == self._limit:
            raise IndexError("deque already at its maximum size")
        contents = self._contents()
        contents.insert(index, value)
        self._set(contents)

    def remove(self, value, /):
        """Removes the first item that equals a value; ValueError if there is none."""
        version = self._version
        contents = self._contents()
        for position, item in enumerate(contents):
            found = item is value or item == value
            if self._version != version:
                raise IndexError("deque mutated during remove().")
            if found:
                del contents[position]
                self._set(contents)
                return
        raise ValueError("deque.remove(x): x not in deque")

    def __len__(self):
        return len(self._items) - self._start

    def __bool__(self):
        return len(self._items) > self._start

    def __contains__(self, value):
        for item in self._walk():
            if item is value or item == value:
                return True
        return False

    def _place(self, index):
        """Where an index leads to in the list."""
        try:
            index = index.__index__()
        except AttributeError:
            index = None
        if index is None:
            raise TypeError("sequence index must be integer, not 'slice'")
        size = len(self._items) - self._start
        if index < 0:
            index += size
        if not 0 <= index < size:
            raise IndexError("deque index out of range")
        return self._start + index

    def __getitem__(self, index):
        if type(index) is int:
            items = self._items
            place = index + (self._start if index >= 0 else len(items))
            if self._start <= place < len(items):
                return items[place]
            raise IndexError("deque index out of range")
        if not hasattr(type(index), "__index__"):
            raise TypeError(f"sequence index must be integer, not '{type(index).__name__}'")
        return self._items[self._place(index)]

    def __setitem__(self, index, value):
        if not hasattr(type(index), "__index__"):
            raise TypeError(f"sequence index must be integer, not '{type(index).__name__}'")
        self._items[self._place(index)] = value

    def __delitem__(self, index):
        if not hasattr(type(index), "__index__"):
            raise TypeError(f"sequence index must be integer, not '{type(index).__name__}'")
        self._version += 1
        del self._items[self._place(index)]

    def __iter__(self):
        return _deque_iterator(self)

    def __reversed__(self):
        return _deque_reverse_iterator(self)

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        made = self.copy()
        made.extend(other)
        return made

    def __iadd__(self, other):
        self.extend(other)
        return self

    def _times(self, count):
        if not isinstance(count, int):
            if not hasattr(type(count), "__index__"):
                raise TypeError(f"can't multiply sequence by non-int of type '{type(count).__name__}'")
            count = range(count).stop
        contents = self._contents()
        if self._limit is not None and contents:
            count = min(count, self._limit // len(contents) + 2)
        contents *= count
        return contents if self._limit is None else contents[len(contents) - self._limit:] if (
            len(contents) > self._limit) else contents

    def __mul__(self, count):
        contents = self._times(count)
        made = self.copy()
        made._set(contents)
        return made

    __rmul__ = __mul__

    def __imul__(self, count):
        self._set(self._times(count))
        return self

    def __eq__(self, other):
        return self._contents() == other._contents() if isinstance(other, deque) else NotImplemented

    def __ne__(self, other):
        return self._contents() != other._contents() if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return self._contents() < other._contents() if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return self._contents() <= other._contents() if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return self._contents() > other._contents() if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return self._contents() >= other._contents() if isinstance(other, deque) else NotImplemented

    __hash__ = None

    def __repr__(self):
        bound = "" if self._limit is None else f", maxlen={self._limit}"
        return _guarded(id(self), lambda: f"{type(self).__name__}({list(self)!r}{bound})", "[...]")

    def __reduce__(self):
        args = () if self._limit is None else ((), self._limit)
        return type(self), args, getattr(self, "__dict__", None) or None, iter(self)

    __class_getitem__ = classmethod(GenericAlias)


class _deque_iterator:
    __slots__ = ("_deque", "_index", "_version")

    def __init__(self, deque):
        self._deque = deque
        self._index = 0
        self._version = deque._version

    def __iter__(self):
        return self

    def __next__(self):
        deque = self._deque
        if deque is None:
            raise StopIteration
        if deque._version != self._version:
            self._deque = None
            raise RuntimeError("deque mutated during iteration")
        index = self._index
        items = deque._items
        place = deque._start + index
        if place >= len(items):
            self._deque = None
            raise StopIteration
        self._index = index + 1
        return items[place]

    def __length_hint__(self):
        return 0 if self._deque is None else len(self._deque) - self._index


class _deque_reverse_iterator(_deque_iterator):
    __slots__ = ()

    def __next__(self):
        deque = self._deque
        if deque is None:
            raise StopIteration
        if deque._version != self._version:
            self._deque = None
            raise RuntimeError("deque mutated during iteration")
        self._index += 1
        place = len(deque._items) - self._index
        if place < deque._start:
            self._deque = None
            raise StopIteration
        return deque._items[place]


abc.MutableSequence.register(deque)


# Dicts with a default

@builtin
class defaultdict(dict):
    """A dict that makes the values it lacks."""

    __slots__ = ("default_factory",)

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        self.default_factory = default_factory
        dict.__init__(self, *args, **kwargs)

    def __missing__(self, key, /):
        if self.default_factory is None:
            raise KeyError(key)
        self[key] = value = self.default_factory()
        return value

    def __repr__(self):
        factory = self.default_factory
        shown = "None" if factory is None else _guarded(id(factory), lambda: repr(factory), "...")
        return f"{type(self).__name__}({shown}, {dict.__repr__(self)})"

    def copy(self):
        """A shallow copy."""
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __reduce__(self):
        args = () if self.default_factory is None else (self.default_factory,)
        return type(self), args, None, None, iter(self.items())

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self.default_factory, other)
        made.update(self)
        return made

    __class_getitem__ = classmethod(GenericAlias)


# Ordered dicts

def _unchanged(iterator):
    """The items of an iterator over a dict; its error for a changed dict as an OrderedDict tells it."""
    try:
        yield from iterator
    except RuntimeError:
        pass
    else:
        return
    raise RuntimeError("OrderedDict mutated during iteration")


class odict_keys(abc.KeysView):
    __slots__ = ()

    def __iter__(self):
        return _unchanged(dict.__iter__(self._mapping))

    def __reversed__(self):
        return _unchanged(dict.__reversed__(self._mapping))

    def __repr__(self):
        return f"odict_keys({list(self)!r})"


class odict_values(abc.ValuesView):
    __slots__ = ()

    def __iter__(self):
        return _unchanged(iter(dict.values(self._mapping)))

    def __reversed__(self):
        return _unchanged(reversed(dict.values(self._mapping)))

    def __repr__(self):
        return f"odict_values({list(self)!r})"


class odict_items(abc.ItemsView):
    __slots__ = ()

    def __iter__(self):
        return _unchanged(iter(dict.items(self._mapping)))

    def __reversed__(self):
        return _unchanged(reversed(dict.items(self._mapping)))

    def __repr__(self):
        return f"odict_items({list(self)!r})"


def _native(view):
    """The view of the plain dict, which does the work, in its order, of what sets and views have in common."""
    if isinstance(view, odict_keys):
        return dict.keys(view._mapping)
    return dict.items(view._mapping) if isinstance(view, odict_items) else view


def _set_methods():
    for name, function in (("and", lambda a, b: a & b), ("or", lambda a, b: a | b), ("sub", lambda a, b: a - b),
                           ("xor", lambda a, b: a ^ b)):
        yield f"__{name}__", lambda self, other, function=function: function(_native(self), _native(other))
        yield f"__r{name}__", lambda self, other, function=function: function(_native(other), _native(self))
    for name in ("eq", "ne", "lt", "le", "gt", "ge"):
        method = getattr(type({}.keys()), f"__{name}__")
        items = getattr(type({}.items()), f"__{name}__")
        yield f"__{name}__", lambda self, other, method=method, items=items: (
            method if isinstance(self, odict_keys) else items)(_native(self), _native(other))


for _view in (odict_keys, odict_values, odict_items):
    _view.__module__ = "builtins"
    if _view is not odict_values:
        for _name, _method in _set_methods():
            setattr(_view, _name, _method)
_required = object()


@builtin
class OrderedDict(dict):
    """Dictionary that remembers insertion order"""

    def __init__(self, /, *args, **kwargs):
        if len(args) > 1:
            raise TypeError(f"expected at most 1 argument, got {len(args)}")
        abc.MutableMapping.update(self, *args, **kwargs)

    def update(self, /, *args, **kwargs):
        """Takes over the items of a mapping or of an iterable of pairs; then the keywords."""
        if len(args) > 1:
            raise TypeError(f"update() takes at most 1 positional argument ({len(args)} given)")
        abc.MutableMapping.update(self, *args, **kwargs)

    def __iter__(self):
        return _unchanged(dict.__iter__(self))

    def __reversed__(self):
        return _unchanged(dict.__reversed__(self))

    def keys(self):
        return odict_keys(self)

    def values(self):
        return odict_values(self)

    def items(self):
        return odict_items(self)

    def popitem(self, last=True):
        """Removes and answers the last pair, or the first."""
        if last:
            if not dict.__len__(self):
                raise KeyError("dictionary is empty")
            return dict.popitem(self)
        for key in dict.__iter__(self):
            return key, dict.pop(self, key)
        raise KeyError("dictionary is empty")

    def move_to_end(self, key, last=True):
        """Makes a key the last one, or the first."""
        if not dict.__contains__(self, key):
            raise KeyError(key)
        if last:
            for known in dict.__reversed__(self):
                break
            if known is not key and known != key:
                for known in dict.__iter__(self):
                    if known is key or known == key:
                        break
                dict.__setitem__(self, known, dict.pop(self, known))
            return
        rest = list(dict.items(self))
        for known, value in rest:
            if known is key or known == key:
                break
        dict.clear(self)
        dict.__setitem__(self, known, value)
        for other, value in rest:
            if other is not known:
                dict.__setitem__(self, other, value)

    def pop(self, key, default=_required):
        """Removes a key and answers its value."""
        if default is _required:
            if type(self) is not OrderedDict and not dict.__contains__(self, key) and hasattr(type(self), "__missing__"):
                return type(self).__missing__(self, key)
            return dict.pop(self, key)
        return dict.pop(self, key, default)

    def setdefault(self, key, default=None):
        """The value for a key, which gets the default first if it is not there."""
        if type(self) is OrderedDict:
            return dict.setdefault(self, key, default)
        if key in self:
            return self[key]
        self[key] = default
        return default

    def copy(self):
        """A shallow copy."""
        made = type(self)()
        for key in self:
            made[key] = self[key]
        if self.__dict__:
            made.__dict__.update(self.__dict__)
        return made

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """A dict with these keys and one value."""
        made = cls()
        for key in iterable:
            made[key] = value
        return made

    def __eq__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        equal = dict.__eq__(self, other)
        if equal is True and isinstance(other, OrderedDict):
            for ours, theirs in zip(dict.__iter__(self), dict.__iter__(other)):
                if ours is not theirs and ours != theirs:
                    return False
        return equal

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = None

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(self)
        made.update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        made = type(self)(other)
        made.update(self)
        return made

    def __ior__(self, other):
        self.update(other)
        return self

    def __repr__(self):
        name = type(self).__name__
        if not dict.__len__(self):
            return f"{name}()"
        return _guarded(id(self), lambda: f"{name}({dict(self.items())!r})", "...")

    def __reduce__(self):
        return type(self), (), self.__dict__ or None, None, iter(self.items())

    __class_getitem__ = classmethod(GenericAlias)


# Counters

class Counter(dict):
    """A dict of how often each thing was seen; what was not counts 0."""

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        """The sum of all counts."""
        return sum(self.values())

    def most_common(self, n=None):
        """The things with their counts, the most common first."""
        found = sorted(self.items(), key=lambda item: item[1], reverse=True)
        if n is None or n >= len(found):
            return found
        return found[:max(n, 0)]

    def elements(self):
        """Each thing as often as it was counted."""
        for element, count in self.items():
            for _ in range(count):
                yield element

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **kwds):
        """Counts the items of an iterable, or adds the counts of a mapping."""
        if iterable is not None:
            if isinstance(iterable, abc.Mapping):
                if self:
                    get = self.get
                    for element, count in iterable.items():
                        self[element] = count + get(element, 0)
                else:
                    super().update(iterable)
            else:
                get = self.get
                element = None
                try:
                    for element in iterable:
                        self[element] = get(element, 0) + 1
                except TypeError:
                    hash(element)  # Says only that it has no hash, not what it was for.
                    raise
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Takes the items of an iterable, or the counts of a mapping, off."""
        if iterable is not None:
            get = self.get
            if isinstance(iterable, abc.Mapping):
                for element, count in iterable.items():
                    self[element] = get(element, 0) - count
            else:
                for element in iterable:
                    self[element] = get(element, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        """A shallow copy."""
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, element):
        if element in self:
            super().__delitem__(element)

    def __repr__(self):
        if not self:
            return f"{self.__class__.__name__}()"
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)  # Counts that have no order.
        return f"{self.__class__.__name__}({shown!r})"

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] == other[e] for c in (self, other) for e in c)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] <= other[e] for c in (self, other) for e in c)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] >= other[e] for c in (self, other) for e in c)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            total = count + other[element]
            if total > 0:
                result[element] = total
        for element, count in other.items():
            if element not in self and count > 0:
                result[element] = count
        return result

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            total = count - other[element]
            if total > 0:
                result[element] = total
        for element, count in other.items():
            if element not in self and count < 0:
                result[element] = 0 - count
        return result

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            other_count = other[element]
            larger = other_count if count < other_count else count
            if larger > 0:
                result[element] = larger
        for element, count in other.items():
            if element not in self and count > 0:
                result[element] = count
        return result

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for element, count in self.items():
            other_count = other[element]
            smaller = count if count < other_count else other_count
            if smaller > 0:
                result[element] = smaller
        return result

    def __pos__(self):
        result = Counter()
        for element, count in self.items():
            if count > 0:
                result[element] = count
        return result

    def __neg__(self):
        result = Counter()
        for element, count in self.items():
            if count < 0:
                result[element] = 0 - count
        return result

    def _keep_positive(self):
        for element in [element for element, count in self.items() if not count > 0]:
            del self[element]
        return self

    def __iadd__(self, other):
        for element, count in other.items():
            self[element] += count
        return self._keep_positive()

    def __isub__(self, other):
        for element, count in other.items():
            self[element] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for element, other_count in other.items():
            if other_count > self[element]:
                self[element] = other_count
        return self._keep_positive()

    def __iand__(self, other):
        for element, count in self.items():
            other_count = other[element]
            if other_count < count:
                self[element] = other_count
        return self._keep_positive()


# Layers

class ChainMap(abc.MutableMapping):
    """Several mappings as one: the first that has a key answers; changes go to the first of all."""

    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __missing__(self, key):
        raise KeyError(key)

    def __getitem__(self, key):
        for mapping in self.maps:
            try:
                return mapping[key]
            except KeyError:
                pass
        return self.__missing__(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __len__(self):
        return len(set().union(*self.maps))

    def __iter__(self):
        keys = {}
        for mapping in reversed(self.maps):
            keys.update(dict.fromkeys(mapping))
        return iter(keys)

    def __contains__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return True
        return False

    def __bool__(self):
        return any(self.maps)

    def __repr__(self):
        return _guarded(id(self), lambda: f"{self.__class__.__name__}({', '.join([repr(m) for m in self.maps])})", "...")

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        """One mapping with these keys and one value."""
        return cls(dict.fromkeys(iterable, value))

    def copy(self):
        """A copy of the first mapping in front of the others."""
        return self.__class__(self.maps[0].copy(), *self.maps[1:])

    __copy__ = copy

    def new_child(self, m=None, **kwargs):
        """The same mappings behind a new one."""
        if m is None:
            m = kwargs
        elif kwargs:
            m.update(kwargs)
        return self.__class__(m, *self.maps)

    @property
    def parents(self):
        """The mappings behind the first."""
        return self.__class__(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        try:
            del self.maps[0][key]
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    def popitem(self):
        """Removes and answers a pair of the first mapping."""
        try:
            return self.maps[0].popitem()
        except KeyError:
            raise KeyError("No keys found in the first mapping.")

    def pop(self, key, *args):
        """Removes a key of the first mapping and answers its value."""
        try:
            return self.maps[0].pop(key, *args)
        except KeyError:
            raise KeyError(f"Key not found in the first mapping: {key!r}")

    def clear(self):
        """Empties the first mapping."""
        self.maps[0].clear()

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, abc.Mapping):
            return NotImplemented
        made = self.copy()
        made.maps[0].update(other)
        return made

    def __ror__(self, other):
        if not isinstance(other, abc.Mapping):
            return NotImplemented
        made = dict(other)
        for mapping in reversed(self.maps):
            made.update(mapping)
        return self.__class__(made)


# Bases for classes that are like built-in ones

class UserDict(abc.MutableMapping):
    """A dict whose items are in its attribute `data`."""

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        if hasattr(self.__class__, "__missing__"):
            return self.__class__.__missing__(self, key)
        raise KeyError(key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __repr__(self):
        return repr(self.data)

    def __or__(self, other):
        if isinstance(other, UserDict):
            return self.__class__(self.data | other.data)
        if isinstance(other, dict):
            return self.__class__(self.data | other)
        return NotImplemented

    def __ror__(self, other):
        if isinstance(other, UserDict):
            return self.__class__(other.data | self.data)
        if isinstance(other, dict):
            return self.__class__(other | self.data)
        return NotImplemented

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self

    def __copy__(self):
        made = self.__class__.__new__(self.__class__)
        made.__dict__.update(self.__dict__)
        made.__dict__["data"] = self.__dict__["data"].copy()
        return made

    def copy(self):
        if self.__class__ is UserDict:
            return UserDict(self.data.copy())
        from copy import copy
        data = self.data
        try:
            self.data = {}
            made = copy(self)
        finally:
            self.data = data
        made.update(self)
        return made

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made


class UserList(abc.MutableSequence):
    """A list whose items are in its attribute `data`."""

    def __init__(self, initlist=None):
        self.data = []
        if initlist is not None:
            if type(initlist) is type(self.data):
                self.data[:] = initlist
            elif isinstance(initlist, UserList):
                self.data[:] = initlist.data[:]
            else:
                self.data = list(initlist)

    def __repr__(self):
        return repr(self.data)

    def __lt__(self, other):
        return self.data < self.__cast(other)

    def __le__(self, other):
        return self.data <= self.__cast(other)

    def __eq__(self, other):
        return self.data == self.__cast(other)

    def __gt__(self, other):
        return self.data > self.__cast(other)

    def __ge__(self, other):
        return self.data >= self.__cast(other)

    def __cast(self, other):
        return other.data if isinstance(other, UserList) else other

    def __contains__(self, item):
        return item in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, i):
        return self.__class__(self.data[i]) if isinstance(i, slice) else self.data[i]

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __items(self, other):
        if isinstance(other, UserList):
            return other.data
        return other if isinstance(other, type(self.data)) else list(other)

    def __add__(self, other):
        return self.__class__(self.data + self.__items(other))

    def __radd__(self, other):
        return self.__class__(self.__items(other) + self.data)

    def __iadd__(self, other):
        self.data += self.__items(other)
        return self

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def __copy__(self):
        made = self.__class__.__new__(self.__class__)
        made.__dict__.update(self.__dict__)
        made.__dict__["data"] = self.__dict__["data"][:]
        return made

    def append(self, item):
        self.data.append(item)

    def insert(self, i, item):
        self.data.insert(i, item)

    def pop(self, i=-1):
        return self.data.pop(i)

    def remove(self, item):
        self.data.remove(item)

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def count(self, item):
        return self.data.count(item)

    def index(self, item, *args):
        return self.data.index(item, *args)

    def reverse(self):
        self.data.reverse()

    def sort(self, /, *args, **kwds):
        self.data.sort(*args, **kwds)

    def extend(self, other):
        self.data.extend(other.data if isinstance(other, UserList) else other)


class UserString(abc.Sequence):
    """A str whose characters are in its attribute `data`."""

    def __init__(self, seq):
        if isinstance(seq, str):
            self.data = seq
        elif isinstance(seq, UserString):
            self.data = seq.data[:]
        else:
            self.data = str(seq)

    def __str__(self):
        return str(self.data)

    def __repr__(self):
        return repr(self.data)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __complex__(self):
        return complex(self.data)

    def __hash__(self):
        return hash(self.data)

    def __getnewargs__(self):
        return (self.data[:],)

    def __eq__(self, string):
        return self.data == _text(string)

    def __lt__(self, string):
        return self.data < _text(string)

    def __le__(self, string):
        return self.data <= _text(string)

    def __gt__(self, string):
        return self.data > _text(string)

    def __ge__(self, string):
        return self.data >= _text(string)

    def __contains__(self, char):
        return _text(char) in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __add__(self, other):
        if isinstance(other, UserString):
            return self.__class__(self.data + other.data)
        return self.__class__(self.data + (other if isinstance(other, str) else str(other)))

    def __radd__(self, other):
        return self.__class__((other if isinstance(other, str) else str(other)) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def __rmod__(self, template):
        return self.__class__(str(template) % self)

    def count(self, sub, start=0, end=9223372036854775807):
        return self.data.count(_text(sub), start, end)

    def encode(self, encoding="utf-8", errors="strict"):
        return self.data.encode("utf-8" if encoding is None else encoding, "strict" if errors is None else errors)

    def endswith(self, suffix, start=0, end=9223372036854775807):
        return self.data.endswith(suffix, start, end)

    def startswith(self, prefix, start=0, end=9223372036854775807):
        return self.data.startswith(prefix, start, end)

    def find(self, sub, start=0, end=9223372036854775807):
        return self.data.find(_text(sub), start, end)

    def rfind(self, sub, start=0, end=9223372036854775807):
        return self.data.rfind(_text(sub), start, end)

    def index(self, sub, start=0, end=9223372036854775807):
        return self.data.index(_text(sub), start, end)

    def rindex(self, sub, start=0, end=9223372036854775807):
        return self.data.rindex(_text(sub), start, end)

    def format(self, /, *args, **kwds):
        return self.data.format(*args, **kwds)

    def format_map(self, mapping):
        return self.data.format_map(mapping)

    def join(self, seq):
        return self.data.join(seq)

    def partition(self, sep):
        return self.data.partition(sep)

    def rpartition(self, sep):
        return self.data.rpartition(sep)

    def replace(self, old, new, maxsplit=-1):
        return self.__class__(self.data.replace(_text(old), _text(new), maxsplit))

    def split(self, sep=None, maxsplit=-1):
        return self.data.split(sep, maxsplit)

    def rsplit(self, sep=None, maxsplit=-1):
        return self.data.rsplit(sep, maxsplit)

    def splitlines(self, keepends=False):
        return self.data.splitlines(keepends)

    def removeprefix(self, prefix, /):
        return self.__class__(self.data.removeprefix(_text(prefix)))

    def removesuffix(self, suffix, /):
        return self.__class__(self.data.removesuffix(_text(suffix)))

    def translate(self, *args):
        return self.__class__(self.data.translate(*args))

    maketrans = str.maketrans


def _text(string):
    return string.data if isinstance(string, UserString) else string


def _delegate(name, same_class):
    method = getattr(str, name)
    if same_class:
        def call(self, *args):
            return self.__class__(method(self.data, *args))
    else:
        def call(self, *args):
            return method(self.data, *args)
    call.__name__ = name
    call.__qualname__ = f"UserString.{name}"
    return call


for _name in ("capitalize", "casefold", "center", "expandtabs", "ljust", "lower", "lstrip", "rjust", "rstrip", "strip",
              "swapcase", "title", "upper", "zfill"):
    setattr(UserString, _name, _delegate(_name, True))
for _name in ("isalpha", "isalnum", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable",
              "isspace", "istitle", "isupper"):
    setattr(UserString, _name, _delegate(_name, False))
del _name, _view, _method
