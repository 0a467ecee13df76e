# ---
# id: import/errors
# desc: What cannot be imported says so in CPython's words.
# ref: 7.11
# features: [import, exception]
# ---
def attempt(text, space=None):
    try:
        exec(text, {} if space is None else space)
    except Exception as error:
        fields = [getattr(error, name, None) for name in ("name", "path", "name_from")]
        print(text, type(error).__name__, error, fields)


attempt("import numpy")
attempt("import numpy.linalg")
attempt("import sys.foo")
attempt("from sys import foo")
attempt("from numpy import x")
attempt("from . import x", {"__name__": "m"})
attempt("from . import x", {"__name__": "pkg.mod", "__package__": "pkg"})
attempt("from .z import x", {"__package__": 5})
attempt("from . import x")
attempt("__import__(5)")
attempt("__import__('')")
attempt("__import__('sys', level=-1)")
attempt("def f():\n    from sys import *")
attempt("import sys", {"__builtins__": {}})
from sys import maxsiz
