# ---
# id: generator/consumers_stop_early
# desc: Consumers that stop early leave the rest of a generator unread, and it can be read on.
# ref: 6.2.9
# features: [generator, builtins]
# ---
def numbers(log):
    for n in range(1, 8):
        log.append(n)
        yield n


log = []
g = numbers(log)
print(any(n > 2 for n in g), log)
print(4 in g, log)
print(next(n for n in g if n > 4), log)
print(list(g), log)
g = numbers(log := [])
print(list(zip(g, "ab")), log)
print(list(zip("ab", g)), log)
g = numbers(log := [])
first, second, *_ = (n for n in g if n < 4)
print(first, second, log)
g = numbers(log := [])
try:
    a, b = g
except ValueError as error:
    print(error, log)
print(next(g))
g = numbers(log := [])
print(all(n < 3 for n in g), log, min(g, default=None), log)
for n in numbers(log := []):
    if n == 3:
        break
print(n, log)
g = numbers(log := [])
for n in g:
    if n == 2:
        break
for n in g:
    print("went on with", n)
    break
it = enumerate(numbers(log := []))
next(it)
print(next(it), log)
print(dict(zip(numbers([]), map(str, numbers([])))))
print(max(numbers([]), key=lambda n: -n), sorted(numbers([]), reverse=True))
try:
    for n in numbers(log := []):
        if n == 2:
            raise LookupError(n)
except LookupError as error:
    print(repr(error), log)
x, y, z = numbers(log := [])
