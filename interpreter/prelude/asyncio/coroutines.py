"""What is a coroutine, and how one is shown."""

__all__ = ("iscoroutinefunction", "iscoroutine")


def _sample():
    async def made():
        pass

    coroutine = made()
    coroutine.close()
    return type(coroutine)


_coroutine = _sample()
_function = type(_sample)


def iscoroutine(obj):
    """True for a coroutine object."""
    if type(obj) is _coroutine:
        return True
    from collections.abc import Coroutine
    return isinstance(obj, Coroutine)


def iscoroutinefunction(func):
    """True for a function defined with `async def`."""
    from warnings import warn
    warn("'asyncio.iscoroutinefunction' is deprecated and slated for removal in Python 3.16; use "
         "inspect.iscoroutinefunction() instead", DeprecationWarning)
    return is_coroutine_function(func)


def is_coroutine_function(func):
    while type(func).__name__ == "partial" and hasattr(func, "func"):
        func = func.func
    func = getattr(func, "__func__", func)
    return isinstance(func, _function) and bool(func.__code__.co_flags & 0x80)


def _format_coroutine(coro):
    """`f() running at FILE:LINE` or `f() done, defined at FILE:LINE`."""
    code = getattr(coro, "cr_code", None) or getattr(coro, "gi_code", None)
    name = getattr(coro, "__qualname__", None) or getattr(coro, "__name__", None)
    name = f"{name}()" if name else f"<{type(coro).__name__} without __name__>()"
    if code is None:
        running = getattr(coro, "cr_running", False) or getattr(coro, "gi_running", False)
        return f"{name} running" if running else name
    frame = getattr(coro, "gi_frame", None) or getattr(coro, "cr_frame", None)
    file = code.co_filename or "<empty co_filename>"
    if frame is not None:
        return f"{name} running at {file}:{frame.f_lineno}"
    return f"{name} done, defined at {file}:{code.co_firstlineno}"


def _format_callback(func):
    """A callback as it stands in the repr of what will call it."""
    inner = func
    while type(inner).__name__ == "partial" and hasattr(inner, "func"):
        inner = inner.func
    name = getattr(inner, "__qualname__", None) or getattr(inner, "__name__", None) or repr(inner)
    text = name + "()" * (1 if inner is func else _depth(func))
    while hasattr(inner, "__wrapped__"):
        inner = inner.__wrapped__
    if isinstance(inner, _function):
        text += f" at {inner.__code__.co_filename}:{inner.__code__.co_firstlineno}"
    return text


def _depth(func):
    count = 1
    while type(func).__name__ == "partial" and hasattr(func, "func"):
        func = func.func
        count += 1
    return count
