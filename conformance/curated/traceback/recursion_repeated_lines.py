# ---
# id: traceback/recursion_repeated_lines
# desc: Unbounded recursion is cut in the traceback with a count of repeated lines.
# ref: exceptions#RecursionError
# features: [traceback, caret, recursion, function]
# ---
def down(n):
    return n + down(n + 1)


def depth(n=0):
    try:
        return depth(n + 1)
    except RecursionError:
        return n > 500


def bounded(n):
    return 0 if n == 0 else 1 + bounded(n - 1)


print(bounded(500))
print(depth())
try:
    down(0)
except RecursionError as error:
    print(type(error).__name__, error)
down(0)
