# ---
# id: import/errors_and_partial_state
# desc: Missing modules and names: classes, attributes, and what stays bound.
# ref: 7.11
# features: [import, exception]
# ---
def attempt(source):
    namespace = {"__name__": "__main__", "__package__": None}
    try:
        exec(source, namespace)
        print("fine", sorted(k for k in namespace if not k.startswith("__")))
    except ImportError as error:
        bound = sorted(k for k in namespace if not k.startswith("__"))
        print(type(error).__name__, "|", str(error).split(" (/")[0], "|", error.name, bound)
    except Exception as error:
        print(type(error).__name__, "|", error)


for source in (
    "import missing",
    "import missing.inner",
    "import functools.missing",
    "import collections.missing",
    "from missing import x",
    "from sys import missing",
    "from collections.abc import Mapping, Missing",
    "import functools, missing, operator",
    "import functools as f, missing as m",
    "from collections import abc",
    "from functools import reduce as r",
    "from . import x",
    "from .x import y",
    "from .. import x",
    "import sys as system, sys",
    "from functools import __name__ as n",
    "from __main__ import attempt",
    "import __main__ as me",
):
    attempt(source)
print(issubclass(ModuleNotFoundError, ImportError))
try:
    import functools, not_there
except ModuleNotFoundError as error:
    print(functools.__name__, repr(error), error.name, error.path)
e = ImportError("message", name="n", path="p")
print(e.name, e.path, e.msg, repr(e), ImportError().msg, ImportError("a", "b").msg)
for bad in (lambda: ImportError("m", nam="x"), lambda: ImportError(name=5).name):
    try:
        print(bad())
    except TypeError as error:
        print(error)


def late():
    from not_a_module.deeper import thing

    return thing


late()
