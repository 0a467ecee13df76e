# ---
# id: function/return_forms
# desc: return without value, of tuples, stars and conditionals, from loops and nested blocks.
# ref: 7.6
# features: [function, return, for, while, tuple, starred]
# ---
def bare(flag):
    if flag:
        return
    "not reached when flag is true"


def several(*items):
    return *items, len(items)


def search(grid, wanted):
    for y, row in enumerate(grid):
        for x, value in enumerate(row):
            if value == wanted:
                return x, y
    else:
        return None


def countdown(n):
    while True:
        if n <= 0:
            return n
        n -= 3


def documented():
    """Say what it does."""


print(bare(True), bare(False), several(), several(1, "b"), search([[1, 2], [3, 4]], 3), search([], 1), countdown(7))
print(documented(), documented.__doc__, bare.__doc__, (lambda: (yes := 5, yes))(), type(bare(0)) is type(None))
print([f() for f in (lambda: 1, lambda: (), lambda: {}, lambda: [*"ab"])])
