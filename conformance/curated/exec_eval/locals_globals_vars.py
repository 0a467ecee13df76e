# ---
# id: exec_eval/locals_globals_vars
# desc: locals() as a snapshot in functions, the namespace itself at module and class level; globals() and vars().
# ref: functions#locals
# features: [exec_eval, scope]
# ---
print(locals() is globals(), vars() is globals(), type(locals()).__name__)
globals()["made"] = 5
print(made)
locals()["also"] = 6
print(also)


def snapshot(a, b=2):
    first = locals()
    c = 3
    second = locals()
    first["a"] = "changed"
    first["new"] = 1
    del b
    third = locals()
    return a, first, second, third, first is second


print(snapshot(1))


def closure():
    captured = 1
    unused = 2

    def inner(own):
        used = captured + own
        return locals()

    return inner(5), locals() and sorted(locals())


print(closure())


class Body:
    x = 1
    locals()["y"] = 2
    print(locals() is vars(), "x" in locals(), sorted(k for k in locals() if not k.startswith("__")))
    z = y + 1


print(Body.y, Body.z)
print([sorted(locals()) for _ in range(1)], [locals()["n"] for n in (7, 8)])


def comprehension(outer=1):
    inside = [sorted(locals()) for n in (1,)]
    generator = list(sorted(locals()) for n in (2,))
    lam = (lambda p: locals())(3)
    return inside, generator, lam


print(comprehension())


def kinds(*args, k, **kw):
    exec("hidden = 1")
    import operator as op

    class Local:
        pass

    def nested():
        return k

    try:
        raise ValueError
    except ValueError as error:
        names = sorted(locals())
    return names, sorted(locals())


print(kinds(1, 2, k=3, extra=4))


def nested_globals():
    return globals() is g, "g" in globals()


g = globals()
print(nested_globals())
for bad in (lambda: locals(1), lambda: globals(1), lambda: vars(5), lambda: vars(object())):
    try:
        print(bad())
    except TypeError as error:
        print(error)
del globals()["made"]
made
