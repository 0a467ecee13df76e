# ---
# id: iterator/builtin_iterators
# desc: iter with a sentinel, enumerate, zip, map, filter and reversed as lazy iterators.
# ref: functions#iter
# features: [iterator, builtins, lambda, genexpr]
# ---
calls = []
countdown = [3, 2, 1, 0, 9]


def step():
    calls.append("step")
    return countdown.pop(0)


print(list(iter(step, 0)), countdown, len(calls))
pairs = enumerate("abc", start=10)
print(next(pairs), list(pairs), list(enumerate([], 5)))
print(list(zip("abc", range(10))), list(zip()), list(zip("ab")), list(zip([1, 2], [3, 4], strict=True)))
numbers = iter([1, 2, 3, 4])
print(list(zip(numbers, numbers)), list(zip(iter([1, 2, 3]), "a")))
print(list(map(lambda a, b: a * b, [1, 2, 3], [4, 5])), list(map(str.upper, "ab")), list(map(None.__class__, [])))
print(list(filter(None, [0, 1, "", "a", [], [0]])), list(filter(lambda n: n % 2, range(6))), list(filter(str.isdigit, "a1b2")))
lazy = map(int, ["1", "x", "3"])
print(next(lazy))
try:
    next(lazy)
except ValueError as error:
    print(error)
print(next(lazy), next(lazy, "end"), list(reversed([1, 2])), list(reversed("ab")), list(reversed({"x": 1, "y": 2})))
stream = iter("abc")
for letter in stream:
    print(letter, next(stream, "none"))
print([type(iter(value)).__name__ for value in ([], (), "", "\u20ac", b"", {}, set(), range(0), range(2**70), {}.items())])
print([type(value).__name__ for value in (map(len, []), zip(), filter(None, []), enumerate([]), reversed([]), reversed({}))])
