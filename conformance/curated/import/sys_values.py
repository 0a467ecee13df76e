# ---
# id: import/sys_values
# desc: sys tells what CPython tells, in named tuples.
# ref: library/sys.html
# features: [import, tuple]
# ---
import sys

print(sys.version_info, sys.version_info >= (3, 8), sys.version_info[:2], sys.version_info.minor)
print(sys.float_info)
print(sys.int_info)
print(sys.hash_info)
print(sys.maxsize, sys.maxunicode, sys.byteorder, sys.hexversion, sys.getdefaultencoding())
print(sys.intern("a" + "b") is sys.intern("ab"), sys.exc_info(), sys.exception())
try:
    1 / 0
except ZeroDivisionError as error:
    print(sys.exc_info()[:2], sys.exception() is error)
sys.setrecursionlimit(60)


def recurse(n):
    return recurse(n + 1)


try:
    recurse(0)
except RecursionError as error:
    print(error)
print(sys.getrecursionlimit())
sys.setrecursionlimit(1000)
for wrong in 0, "x", 1 << 40:
    try:
        sys.setrecursionlimit(wrong)
    except Exception as error:
        print(type(error).__name__, error)
try:
    sys.exit(3)
except SystemExit as error:
    print(error.code)
sys.exit("done")
