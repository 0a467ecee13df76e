# ---
# id: generator/genexpr_scope_and_first_iterable
# desc: The first iterable of a generator expression is evaluated at once, the rest lazily, with late binding.
# ref: 6.2.8
# features: [genexpr, generator, scope]
# ---
def source(name):
    print("evaluate", name, end=" ")
    return [1, 2, 3]


g = (x * y for x in source("first") for y in source("second") if y != 2)
print("made")
print(next(g), next(g), next(g))
try:
    broken = (x for x in missing)
except NameError as error:
    print(error)
lazy = (x for x in [1] for y in missing)
try:
    next(lazy)
except NameError as error:
    print(error)
factor = 2
scaled = (n * factor for n in range(3))
factor = 10
print(list(scaled))
try:
    (x for x in 5)
except TypeError as error:
    print(error)


class Holder:
    items = [1, 2]
    scale = 3
    first = list(n for n in items)
    try:
        second = list(n * scale for n in items)
    except NameError as error:
        second = str(error)


print(Holder.first, Holder.second)
functions = [f for f in ((lambda: n) for n in range(3))]
print([f() for f in functions])
print([f() for f in ((lambda: n) for n in range(3))])
g = (print("side effect", n) or n for n in range(3))
print(next(g))
print(sum(g))
g = ((yield_like := n) for n in range(4))
print(list(g), yield_like)
h = (1 // n for n in (2, 1, 0))
print(next(h), next(h))
print(next(h))
