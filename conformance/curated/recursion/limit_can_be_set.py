# ---
# id: recursion/limit_can_be_set
# desc: setrecursionlimit moves the depth at which RecursionError comes.
# ref: sys#sys.setrecursionlimit
# features: [recursion, sys_module]
# ---
import sys


def depth():
    def go(n):
        try:
            return go(n + 1)
        except RecursionError:
            return n

    return go(1)


print(sys.getrecursionlimit())
base = depth()
sys.setrecursionlimit(500)
low = depth()
sys.setrecursionlimit(1500)
high = depth()
print(base - low, high - base, sys.getrecursionlimit())
for bad in (0, -5, "x", 1.5, None, 2**40):
    try:
        sys.setrecursionlimit(bad)
        print("set", bad)
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        print(type(error).__name__, error)


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


sys.setrecursionlimit(3000)
print(deep(2500))


def inside(n):
    if n:
        return inside(n - 1)
    try:
        sys.setrecursionlimit(50)
    except RecursionError:
        print("too low for the depth")
    return sys.getrecursionlimit()


print(inside(100))
sys.setrecursionlimit(120)
print(deep(50))
deep(200)
