# Two NaNs that were made apart are different objects in CPython and one value here.
print(float("nan") in [float("nan")])
print([float("nan"), 1.0].count(float("nan")))
print(len({float("nan"), float("nan")}))
