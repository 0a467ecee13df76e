# ---
# id: import/forms
# desc: Every form of import binds what CPython binds.
# ref: 7.11
# features: [import]
# ---
import sys
import sys as s, gc
from sys import maxsize, byteorder as order
print(s is sys, maxsize, order, gc.isenabled(), sys.modules["sys"] is sys)
print(sys, gc, type(sys), sys.__name__, sys.__spec__ is not sys)


def function():
    import gc as collector
    from sys import maxunicode
    return collector is gc, maxunicode


print(function())
space = {}
exec("from sys import *", space)
print("maxsize" in space, "_getframe" in space, space["byteorder"])
print(__import__("sys") is sys, __import__("sys", None, None, ("path",)) is sys)
