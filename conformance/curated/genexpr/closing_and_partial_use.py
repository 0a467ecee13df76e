# ---
# id: genexpr/closing_and_partial_use
# desc: Generator expressions used in part by any, in, zip, unpacking and next go on where they stopped.
# ref: 6.2.8
# features: [genexpr, iterator, unpacking, membership, builtins]
# ---
log = []


def source(count):
    for n in range(count):
        log.append(n)
    return range(count)


g = (log.append(n) or n for n in range(10))
print(any(n == 2 for n in g), log)
print(4 in g, log)
print(next(g), list(zip(g, "a")), log)
first, second = (next(g) for _ in range(2)) if log else (0, 0)
print(first, second, log, list(g))
log.clear()
nested = ((a, list(b for b in range(a))) for a in source(4))
print(next(nested), next(nested), log, list(nested))
shared = iter(range(6))
pairs = ((x, next(shared, None)) for x in shared)
print(list(pairs))
evens = (n for n in range(100) if not n % 2)
thirds = (n for n in evens if not n % 3)
print([next(thirds) for _ in range(4)], next(evens), next(thirds))
print(max((len(w), w) for w in ["a", "ccc", "bb"]), min((abs(n), n) for n in (-3, 2, -1)), sum(1 for _ in thirds))
print(dict((k, v) for k, v in zip("ab", (n for n in range(9)))), set(n % 3 for n in range(9)) == {0, 1, 2}, sorted((-n for n in range(4))))
g = (n for n in [1, 2, 3])
a, *rest = g
print(a, rest, next(g, "empty"), list(g))
print(str.join(",", (str(n) for n in range(3))), bytes(n for n in (65, 66)), tuple(x for x in "ab" for y in "cd"), [*(n for n in "xy")])
