"""Warnings: filters decide which are shown, which are raised, and how often.

A place is known to the machine's own code by `_prelude.caller`, which counts the frames of programs alone: code of the library
that warns of what its caller did says `stacklevel=1`.
"""

import sys
from _prelude import caller, source_line

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings",
           "catch_warnings", "deprecated"]

_ACTIONS = ("error", "ignore", "always", "all", "default", "module", "once")

filters = [
    ("default", None, DeprecationWarning, "__main__", 0), ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0), ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0)]
defaultaction = "default"
onceregistry = {}
_filters_version = 0


class _Pattern:
    """A regular expression at the start of a text. Without special characters it needs no `re`."""

    __slots__ = ("pattern", "ignore_case", "_match")

    def __init__(self, pattern, ignore_case):
        self.pattern = pattern
        self.ignore_case = ignore_case
        if any(character in ".^$*+?{}[]\\|()" for character in pattern):
            import re
            self._match = re.compile(pattern, re.IGNORECASE if ignore_case else 0).match
        else:
            start = pattern.lower() if ignore_case else pattern
            self._match = lambda text: (text.lower() if ignore_case else text).startswith(start)

    def match(self, text):
        return self._match(text)

    def __eq__(self, other):
        if not isinstance(other, _Pattern):
            return NotImplemented
        return self.pattern == other.pattern and self.ignore_case == other.ignore_case

    def __hash__(self):
        return hash((self.pattern, self.ignore_case))

    def __repr__(self):
        return f"re.compile({self.pattern!r}{', re.IGNORECASE' if self.ignore_case else ''})"


class WarningMessage:
    """A warning with its place."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, "
                f"lineno : {self.lineno}, line : {self.line!r}}}")

    def __repr__(self):
        return f"<{type(self).__qualname__} {self}>"


WarningMessage.__module__ = "_py_warnings"


# Showing

def showwarning(message, category, filename, lineno, file=None, line=None):
    """Writes a warning to a file, sys.stderr by default. A program may put its own in its place."""
    _show(WarningMessage(message, category, filename, lineno, file, line))


def formatwarning(message, category, filename, lineno, line=None):
    """A warning as text. A program may put its own in its place."""
    return _format(WarningMessage(message, category, filename, lineno, None, line))


_own_showwarning = showwarning
_own_formatwarning = formatwarning


def _format(msg):
    text = f"{msg.filename}:{msg.lineno}: {msg.category.__name__}: {msg.message}\n"
    line = source_line(msg.filename, msg.lineno) if msg.line is None else msg.line
    if line:
        text += f"  {line.strip()}\n"
    return text


def _show(msg):
    file = sys.stderr if msg.file is None else msg.file
    if file is None:
        return
    if formatwarning is _own_formatwarning:
        text = _format(msg)
    else:
        text = formatwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.line)
    try:
        file.write(text)
    except OSError:
        pass


_showwarnmsg_impl = _show


def _deliver(msg):
    if showwarning is not _own_showwarning:
        if not callable(showwarning):
            raise TypeError("warnings.showwarning() must be set to a function or method")
        showwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)
    else:
        _showwarnmsg_impl(msg)


# Filters

def _filters_mutated():
    global _filters_version
    _filters_version += 1


def _add_filter(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        try:
            filters.remove(item)
        except ValueError:
            pass
        filters.insert(0, item)
    _filters_mutated()


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Adds a filter for warnings whose text and module match regular expressions."""
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")
    if not isinstance(message, str):
        raise TypeError("message must be a string")
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError("category must be a Warning subclass")
    if not isinstance(module, str):
        raise TypeError("module must be a string")
    if not isinstance(lineno, int):
        raise TypeError("lineno must be an int")
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")
    _add_filter((action, _Pattern(message, True) if message else None, category,
                 _Pattern(module, False) if module else None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Adds a filter for warnings of any text and module."""
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")
    if not isinstance(lineno, int):
        raise TypeError("lineno must be an int")
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")
    _add_filter((action, None, category, None, lineno), append)


def resetwarnings():
    """Removes all filters."""
    filters[:] = []
    _filters_mutated()


# Warning

def warn(message=NotImplemented, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Warns of something at the place of the caller, or of one further out."""
    if message is NotImplemented:
        raise TypeError("warn() missing required argument 'message' (pos 1)")
    if not isinstance(stacklevel, int):
        stacklevel = range(stacklevel).stop
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    where = caller(max(stacklevel, 1))
    if where is None:
        globals, filename, lineno = sys.__dict__, "<sys>", 0
    else:
        globals, filename, lineno = where
    registry = globals.setdefault("__warningregistry__", {})
    module = globals.get("__name__") or "<string>"
    _warn(message, category, filename, lineno, module, registry, source)


def warn_explicit(message=NotImplemented, category=None, filename=None, lineno=None, module=None, registry=None,
                  module_globals=None, source=None):
    """Warns of something at a given place."""
    for position, (name, value) in enumerate((("message", message), ("category", category), ("filename", filename),
                                              ("lineno", lineno))):
        if value is NotImplemented or position and value is None:
            raise TypeError(f"warn_explicit() missing required argument {name!r} (pos {position + 1})")
    if not isinstance(lineno, int):
        lineno = range(lineno).stop
    if module is None:
        module = filename or "<unknown>"
        if module[-3:].lower() == ".py":
            module = module[:-3]
    _warn(message, category, filename, lineno, module, registry, source)


def _warn(message, category, filename, lineno, module, registry, source):
    if registry is not None:
        if registry.get("version", 0) != _filters_version:
            registry.clear()
            registry["version"] = _filters_version
        elif not registry:
            registry["version"] = _filters_version
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    key = (text, category, lineno)
    if registry is not None and registry.get(key):
        return
    for action, pattern, kind, place, line in filters:
        if (pattern is None or pattern.match(text if isinstance(text, str) else str(text))) and issubclass(category, kind) and (
                place is None or (place == module if isinstance(place, str) else place.match(module))) and (
                line == 0 or line == lineno):
            break
    else:
        action = defaultaction
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action in ("once", "module", "default"):
        if registry is not None:
            registry[key] = True
        if action == "once":
            if onceregistry.get((text, category)):
                return
            onceregistry[text, category] = True
        elif action == "module" and registry is not None:
            if registry.get((text, category, 0)):
                return
            registry[text, category, 0] = True
    elif action not in ("always", "all"):
        raise RuntimeError(f"Unrecognized action ({action!r}) in warnings.filters:\n {(action, pattern, kind, place, line)}")
    _deliver(WarningMessage(message, category, filename, lineno, source=source))


class catch_warnings:
    """A context manager that puts filters and showwarning back; with `record` it answers a list of the warnings."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = sys.modules["warnings"] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = []
        if self._record:
            args.append("record=True")
        if self._module is not sys.modules["warnings"]:
            args.append(f"module={self._module!r}")
        return f"{type(self).__name__}({', '.join(args)})"

    def __enter__(self):
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        module = self._module
        self._saved = module.filters, module.showwarning, module._showwarnmsg_impl
        module.filters = module.filters[:]
        module._filters_mutated()
        log = None
        if self._record:
            log = []
            module._showwarnmsg_impl = log.append
            module.showwarning = module._own_showwarning
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        module = self._module
        module.filters, module.showwarning, module._showwarnmsg_impl = self._saved
        module._filters_mutated()


class deprecated:
    """A decorator: whoever calls the function, or makes or derives from the class, is warned."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        msg, category, stacklevel = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = msg
            return arg
        if isinstance(arg, type):
            return self._of_class(arg)
        if not callable(arg):
            raise TypeError("@deprecated decorator with non-None category must be applied to a class or callable, not "
                            f"{arg!r}")
        from functools import wraps

        @wraps(arg)
        def wrapper(*args, **kwargs):
            warn(msg, category=category, stacklevel=stacklevel)
            return arg(*args, **kwargs)

        arg.__deprecated__ = wrapper.__deprecated__ = msg
        return wrapper

    def _of_class(self, cls):
        from functools import MethodType, wraps
        msg, category, stacklevel = self.message, self.category, self.stacklevel
        original_new = cls.__new__

        @wraps(original_new)
        def __new__(made, /, *args, **kwargs):
            if made is cls:
                warn(msg, category=category, stacklevel=stacklevel)
            if original_new is not object.__new__:
                return original_new(made, *args, **kwargs)
            if made.__init__ is object.__init__ and (args or kwargs):
                raise TypeError(f"{made.__name__}() takes no arguments")
            return original_new(made)

        cls.__new__ = staticmethod(__new__)
        original = cls.__init_subclass__
        is_own = isinstance(original, MethodType)
        if is_own:
            original = original.__func__

        @wraps(original)
        def __init_subclass__(*args, **kwargs):
            warn(msg, category=category, stacklevel=stacklevel)
            return original(*args, **kwargs)

        cls.__init_subclass__ = classmethod(__init_subclass__) if is_own else __init_subclass__
        cls.__deprecated__ = __new__.__deprecated__ = __init_subclass__.__deprecated__ = msg
        return cls


deprecated.__module__ = "_py_warnings"
