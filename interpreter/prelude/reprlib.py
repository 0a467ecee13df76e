"""Representations with bounds on their size, and a guard for those of objects that hold themselves."""

__all__ = ["Repr", "repr", "recursive_repr"]

import builtins


def recursive_repr(fillvalue="..."):
    """A decorator for __repr__: a call for an object whose representation is being made answers `fillvalue`."""

    def decorating_function(user_function):
        running = set()

        def wrapper(self):
            key = id(self)
            if key in running:
                return fillvalue
            running.add(key)
            try:
                return user_function(self)
            finally:
                running.discard(key)

        wrapper.__module__ = user_function.__module__
        wrapper.__doc__ = user_function.__doc__
        wrapper.__name__ = user_function.__name__
        wrapper.__qualname__ = user_function.__qualname__
        wrapper.__annotate__ = getattr(user_function, "__annotate__", None)
        wrapper.__type_params__ = getattr(user_function, "__type_params__", ())
        wrapper.__wrapped__ = user_function
        return wrapper

    return decorating_function


class Repr:
    """Representations within limits, each an attribute of the object."""

    def __init__(self, *, maxlevel=6, maxtuple=6, maxlist=6, maxarray=5, maxdict=4, maxset=6, maxfrozenset=6, maxdeque=6,
                 maxstring=30, maxlong=40, maxother=30, fillvalue="...", indent=None):
        self.maxlevel = maxlevel
        self.maxtuple = maxtuple
        self.maxlist = maxlist
        self.maxarray = maxarray
        self.maxdict = maxdict
        self.maxset = maxset
        self.maxfrozenset = maxfrozenset
        self.maxdeque = maxdeque
        self.maxstring = maxstring
        self.maxlong = maxlong
        self.maxother = maxother
        self.fillvalue = fillvalue
        self.indent = indent

    def repr(self, x):
        """The representation of x within the limits."""
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        cls = type(x)
        name = "_".join(cls.__name__.split())
        method = getattr(self, "repr_" + name, None)
        if method is not None:
            module = _TYPES.get(name)
            if module is None or module == cls.__module__:
                return method(x, level)
        return self.repr_instance(x, level)

    def _join(self, pieces, level):
        indent = self.indent
        if indent is None:
            return ", ".join(pieces)
        if not pieces:
            return ""
        if isinstance(indent, int):
            if indent < 0:
                raise ValueError(f"Repr.indent cannot be negative int (was {indent!r})")
            indent *= " "
        try:
            separator = ",\n" + (self.maxlevel - level + 1) * indent
        except TypeError as error:
            raise TypeError(f"Repr.indent must be a str, int or None, not {type(indent)}") from error
        return separator.join(("", *pieces, ""))[1:-len(indent) or None]

    def _items(self, x, level, left, right, limit, trail=""):
        count = len(x)
        if level <= 0 and count:
            inside = self.fillvalue
        else:
            pieces = []
            for item in x:
                if len(pieces) == limit:
                    break
                pieces.append(self.repr1(item, level - 1))
            if count > limit:
                pieces.append(self.fillvalue)
            inside = self._join(pieces, level)
            if count == 1 and trail and self.indent is None:
                right = trail + right
        return left + inside + right

    def repr_tuple(self, x, level):
        return self._items(x, level, "(", ")", self.maxtuple, ",")

    def repr_list(self, x, level):
        return self._items(x, level, "[", "]", self.maxlist)

    def repr_array(self, x, level):
        return f"array('{x.typecode}')" if not x else self._items(x, level, f"array('{x.typecode}', [", "])", self.maxarray)

    def repr_set(self, x, level):
        return self._items(_in_order(x), level, "{", "}", self.maxset) if x else "set()"

    def repr_frozenset(self, x, level):
        return self._items(_in_order(x), level, "frozenset({", "})", self.maxfrozenset) if x else "frozenset()"

    def repr_deque(self, x, level):
        return self._items(x, level, "deque([", "])", self.maxdeque)

    def repr_dict(self, x, level):
        if not x:
            return "{}"
        if level <= 0:
            return "{" + self.fillvalue + "}"
        pieces = []
        for key in _in_order(x)[:self.maxdict]:
            pieces.append(f"{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}")
        if len(x) > self.maxdict:
            pieces.append(self.fillvalue)
        return "{" + self._join(pieces, level) + "}"

    def _shortened(self, text, limit):
        if len(text) <= limit:
            return text
        front = max(0, (limit - 3) // 2)
        back = max(0, limit - 3 - front)
        return text[:front] + self.fillvalue + text[len(text) - back:]

    def repr_str(self, x, level):
        text = builtins.repr(x[:self.maxstring])
        if len(text) > self.maxstring:
            front = max(0, (self.maxstring - 3) // 2)
            back = max(0, self.maxstring - 3 - front)
            text = builtins.repr(x[:front] + x[len(x) - back:])
            text = text[:front] + self.fillvalue + text[len(text) - back:]
        return text

    def repr_int(self, x, level):
        try:
            text = builtins.repr(x)
        except ValueError:
            digits = len(str(x.bit_length())) and x.bit_length() * 30103 // 100000 + 1
            return f"<{x.__class__.__name__} instance with roughly {digits} digits (limit at 4300) at 0x{id(x):x}>"
        return self._shortened(text, self.maxlong)

    def repr_instance(self, x, level):
        try:
            text = builtins.repr(x)
        except Exception:
            return f"<{x.__class__.__name__} instance at {id(x):#x}>"
        return self._shortened(text, self.maxother)


def _in_order(items):
    try:
        return sorted(items)
    except Exception:
        return list(items)


_TYPES = {"tuple": "builtins", "list": "builtins", "array": "array", "set": "builtins", "frozenset": "builtins",
          "deque": "collections", "dict": "builtins", "str": "builtins", "int": "builtins"}
aRepr = Repr()
repr = aRepr.repr
