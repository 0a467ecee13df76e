# ---
# id: function/parameter_kinds
# desc: All kinds of parameters, their defaults, and every way to pass them.
# ref: 8.7
# features: [function, arguments, default, starred]
# ---
def every(first, second=2, /, third=3, *rest, only, other="o", **extra):
    return first, second, third, rest, only, other, sorted(extra.items())


print(every(1, only=0))
print(every(1, 20, 30, 40, 50, only=0, other=1, more=2, first="kept apart", second="too"))
print(every(*[1, 2], *(), *range(3, 6), only="x", **{"a b": 1}, **{}))
print(every(1, third="by name", only=[]))


def keyword_only(*, a, b=5):
    return a - b


def positional_only(a, b=1, /):
    return a * b


def collect(*args, **kwargs):
    return args, kwargs


print(keyword_only(b=1, a=2), keyword_only(a=0), positional_only(3), positional_only(3, 4))
print(collect(), collect(1, *"ab", x=1, *[2], **{"y": 2}, z=3))
print((lambda a, /, b=2, *c, d=4, **e: (a, b, c, d, e))(1, d=5, f=6))
arguments, options = [1, 2], {"key": 3}
received, named = collect(*arguments, **options)
print(received == tuple(arguments), named == options, named is options)
print(every.__name__, every.__defaults__, every.__kwdefaults__, keyword_only.__kwdefaults__)
