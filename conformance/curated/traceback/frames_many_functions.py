# ---
# id: traceback/frames_many_functions
# desc: A traceback through eight functions lists each frame once, the module first.
# ref: exceptions
# features: [traceback, caret, exception, function]
# ---
def a(n):
    return b(n) + 1


def b(n):
    return c(n, [n])


def c(n, items):
    items.append(d(n))
    return items[-1]


def d(n):
    for i in range(n):
        if i == n - 1: return e(i)
    return 0


def e(i):
    try:
        return f(i)
    finally:
        i += 1


def f(i):
    return (lambda x: g(x))(i)


def g(x):
    return [h(y) for y in [x]][0]


def h(y):
    return 100 // (y - 4)


print(a(1), a(2), a(3))
print(a(5))
