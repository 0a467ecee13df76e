# ---
# id: list/sort_with_nan
# desc: Sorting with NaN gives the order CPython's algorithm gives, since every comparison is false.
# ref: stdtypes#list.sort
# features: [list, sort, float]
# ---
nan = float("nan")
print(sorted([3, nan, 1, nan, 2, 0]))
print(sorted([nan, 3, 1, 2]))
print(sorted([3, 1, 2, nan]))
print(sorted([5, 4, nan, 3, 2, 1]))
long = [float(i * 37 % 101) for i in range(60)]
long[10] = nan
long[40] = nan
ordered = sorted(long)
print(ordered)
print(len(ordered), sum(value != value for value in ordered))
print(sorted([nan, 1.0], reverse=True), sorted([1.0, nan], reverse=True))
print(min([nan, 1, 2]), min([1, nan, 2]), max([nan, 1, 2]), max([1, nan, 2]))
print(nan in [nan], [nan] == [nan], float("nan") == nan)
