"""import as a function. There is one way to a module here, so that finders, loaders and specifications do not exist."""

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]

from builtins import __import__
import sys


def invalidate_caches():
    """Nothing is cached that could be stale."""


def import_module(name, package=None):
    """Import a module. `package` is what a name with leading dots is relative to."""
    level = 0
    if name.startswith("."):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        for character in name:
            if character != ".":
                break
            level += 1
    if level == 0:
        __import__(name)
        return sys.modules[name]
    if not isinstance(package, str):
        raise TypeError("__package__ not set to a string")
    base = package.rsplit(".", level - 1)
    if len(base) < level:
        raise ImportError("attempted relative import beyond top-level package")
    __import__(base[0])
    full = f"{base[0]}.{name[level:]}" if name[level:] else base[0]
    __import__(full)
    return sys.modules[full]


def reload(module):
    """Modules of the sandbox have no source that could have changed: the module is as it was."""
    if not isinstance(module, type(sys)):
        raise TypeError("reload() argument must be a module")
    return module
