# ---
# id: genexpr/lazy
# desc: A generator expression runs step by step, only its first iterable at once, and ends for good.
# ref: 6.2.8
# features: [genexpr, iterator, evaluation_order, function]
# ---
log = []


def note(value):
    log.append(value)
    return value


numbers = (note(n) for n in note([1, 2, 3]))
print(log)
print(next(numbers), log)
print(next(numbers), next(numbers), log)
print(next(numbers, "end"), next(numbers, "still"), list(numbers))
log.clear()
pairs = ((a, b) for a in note("ab") for b in note((1, 2)) if note(b) != 1)
print(log, next(pairs), log)
print(list(pairs), log)
log.clear()
print(any(note(n) > 1 for n in range(5)), all(note(n) < 2 for n in range(5)), log)
print(5 in (note(n) for n in range(100)), log[-1], sum(n for n in range(10)), max((n * 7 % 5, n) for n in range(9)))
base = 10
shifted = (base + n for n in range(3))
base = 20
print(list(shifted), sorted(c for c in "hello"), "".join(c.upper() for c in "abc"), tuple(n for n in ()), dict((n, n * n) for n in range(3)))
chained = (a + 1 for a in (b * 2 for b in (c for c in range(4))))
print(next(chained), list(chained), type(chained).__name__, iter(chained) is chained)
