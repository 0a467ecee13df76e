# ---
# id: float/sum_min_max
# desc: sum() compensates for lost digits in floats; min and max with keys, defaults and errors.
# ref: functions#sum
# features: [float, int, builtins, lambda, exception]
# ---
print(sum([0.1] * 10), sum([1e16, 1.0, -1e16]), sum([1, 0.1, 2, 0.2]), sum([1e308, 1e308, -1e308]))
print(sum([]), sum([], 5), sum([1, 2], start=10), sum([[1], [2]], []), sum(((1,), (2,)), ()), sum([True, True]))
print(sum([2**62, 2**62, 1.5]), sum(range(101)), sum({1: 2, 3: 4}), sum(x * x for x in range(5)))
print(min(3, 1, 2), max("pear", "fig", "apple", key=len), min([], default="none"), max([[1, 2], [1, 3]]))
print(max([1, 1.0, True]), min([1.0, 1, True]), max("aAbB", key=str.lower), min({"b": 1, "a": 2}))
for attempt in (
    lambda: sum(["a", "b"]),
    lambda: sum("ab", ""),
    lambda: sum([b"a"], b""),
    lambda: sum(),
    lambda: sum([1], [2]),
    lambda: min(),
    lambda: max([]),
    lambda: max(1),
    lambda: min(1, 2, default=3),
    lambda: max([1, "a"]),
    lambda: min(1, 2, key=3),
):
    try:
        print(attempt())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
max(())
