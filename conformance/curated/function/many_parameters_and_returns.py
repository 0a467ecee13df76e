# ---
# id: function/many_parameters_and_returns
# desc: Calls with many arguments, starred from several sources, through wrappers, keep every value in place.
# ref: 6.3.4
# features: [function, arguments, starred, closure, lambda, recursion]
# ---
def passed(*args, **kwargs):
    return len(args), sum(args), len(kwargs), sum(kwargs.values())


def wrap(function, times):
    if times == 0:
        return function
    return wrap(lambda *args, **kwargs: function(*args, **kwargs), times - 1)


numbers = list(range(300))
named = {f"key{n}": n for n in range(300)}
print(passed(*numbers, **named), passed(*numbers, *numbers[:5], 1, *(), **named, extra=1))
print(wrap(passed, 20)(*numbers, **named))


def ten(a, b, c, d, e, f, g, h, i, j, *, k=10, l=11):
    return [a, b, c, d, e, f, g, h, i, j, k, l]


print(ten(*range(10)), ten(*range(5), f=5, g=6, **{"h": 7, "i": 8, "j": 9}, l=0))
print(ten(j=9, i=8, h=7, g=6, f=5, e=4, d=3, c=2, b=1, a=0))


def accumulate(first, *rest):
    return first if not rest else accumulate(first + rest[0], *rest[1:])


print(accumulate(*range(50)), accumulate("a", *"bcd"))
for bad in (lambda: ten(*range(11)), lambda: ten(*range(9)), lambda: ten(*range(10), a=1), lambda: ten(*range(8), z=1)):
    try:
        bad()
    except TypeError as error:
        print(error)
