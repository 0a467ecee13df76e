"""Stands in for the sandbox's native module `_prelude` when the prelude is tried under CPython."""

import linecache
import os
import sys
import _types

_PRELUDE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class builtin:
    """A function that looks like one written in C: it does not bind, and says so in its repr. Classes stay as they are."""

    def __new__(cls, function):
        return function if isinstance(function, type) else object.__new__(cls)

    def __init__(self, function):
        self.function = function
        self.__name__ = function.__name__
        self.__qualname__ = function.__qualname__
        self.__module__ = function.__module__
        self.__doc__ = function.__doc__

    __class__ = property(lambda self: _types.BuiltinFunctionType)

    def __call__(self, *args, **kwargs):
        return self.function(*args, **kwargs)

    def __repr__(self):
        return f"<built-in function {self.__name__}>"


def caller(level=1):
    """(globals, file name, line) of the level-th frame of a program around the call, or None beyond the last one."""
    frame = sys._getframe(1)
    while frame is not None:
        if not frame.f_code.co_filename.startswith(_PRELUDE):
            level -= 1
            if level == 0:
                return frame.f_globals, frame.f_code.co_filename, frame.f_lineno
        frame = frame.f_back
    return None


def source_line(file, line):
    return linecache.getline(file, line).strip()


# CPython keeps whether a class is a sequence or a mapping to `match` in flags that only its own ABCs set.
_kinds = {1 << 5: 1, 1 << 6: 2}
_ABCMeta = type(sys.modules["_collections_abc"].Sequence)


def pattern_kind(cls):
    """0, or 1 for what `match` takes for a sequence, or 2 for a mapping."""
    return _kinds.get(cls.__flags__ & 0x60, 0)


def set_pattern_kind(cls, kind):
    _ABCMeta("Marker", (), {"__abc_tpflags__": 1 << 4 + kind}).register(cls)


frame_type = _types.FrameType
traceback_type = _types.TracebackType


def make_awaitable(function):
    """Lets `await` take the generators of a generator function; answers the function."""
    function.__code__ = function.__code__.replace(co_flags=function.__code__.co_flags | 0x100)
    return function
