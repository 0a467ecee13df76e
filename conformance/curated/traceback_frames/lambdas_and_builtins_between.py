# ---
# id: traceback_frames/lambdas_and_builtins_between
# desc: Lambdas are frames; builtins that call them are not.
# ref: 6.14
# features: [traceback, lambda, builtins]
# ---
half = lambda n: 10 // n
key = lambda item: half(item[0])
compose = lambda f, g: lambda x: f(g(x))
print(half(5), key((2, "x")), compose(half, lambda n: n + 1)(4))
for action in (
    lambda: sorted([(1,), (0,)], key=key),
    lambda: list(map(half, [5, 0])),
    lambda: max([2, 0], key=half),
    lambda: [*filter(lambda n: half(n), [1, 0])],
    lambda: (lambda: (lambda: half(0))())(),
    lambda: compose(half, half)(20),
    lambda: {half(0): 1},
    lambda: any(half(n) > 100 for n in [1, 0]),
    lambda: dict(map(lambda n: (n, half(n)), [0])),
    lambda: "".join(map(lambda n: str(half(n)), [0])),
):
    try:
        print(action())
    except ZeroDivisionError as error:
        names, tb = [], error.__traceback__
        while tb:
            names.append(tb.tb_frame.f_code.co_qualname)
            tb = tb.tb_next
        print(names)


def apply(function, *args):
    return function(*args)


print(apply(sorted, [3, 1, 2]))
apply(max, *map(lambda pair: key(pair) + apply(lambda: half(pair[0])), [(1,), (0,)]))
