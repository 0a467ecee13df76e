# ---
# id: import/builtins_module
# desc: What a program changes in the builtins module is seen everywhere, and taken back.
# ref: library/builtins.html
# features: [import, builtins]
# ---
import builtins


def length(x):
    return len(x)


print(length("abc"))
saved = builtins.len
builtins.len = lambda x: 42
print(length("abc"), len(""))
builtins.len = saved
print(length("abc"))
builtins.fresh = 5
print(fresh)
del builtins.fresh
try:
    fresh
except NameError as error:
    print(error)
print(builtins.print is print, builtins, builtins.__name__)
saved = builtins.__import__


def importer(name, *rest):
    print(name, rest[2:], type(rest[0]).__name__)
    return saved(name, *rest)


builtins.__import__ = importer
exec("import gc\nfrom sys import path as p")
builtins.__import__ = saved
import gc
