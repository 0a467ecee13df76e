# ---
# id: builtins/map_of_many
# desc: map() over more iterables than a call has registers, lazily and strictly.
# ref: functions#map
# features: [iterator, lambda, genexpr]
# ---
columns = [[c + r for r in (1, 2, 3)] for c in range(0, 120, 10)]
print(list(map(lambda *items: items, *columns)))
print(list(map(max, *columns)), list(map(print, *columns)))
print(list(map(lambda *items: sum(items), *[range(n) for n in range(1, 40)])))
m = map(lambda *items: len(items), *[(k for k in (1, 2)) for _ in range(300)])
print(next(m), next(m), next(m, "end"))
try:
    list(map(lambda *items: 0, *columns, [1], strict=True))
except ValueError as error:
    print(error)
try:
    list(map(lambda a, b: 0, *columns))
except TypeError as error:
    print(error)


def deep(n):
    return n if n == 0 else sum(map(lambda *items: len(items), *[[0]] * 20)) + deep(n - 1)


print(deep(50))
