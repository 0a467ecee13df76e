# ---
# id: int/comparison_with_float
# desc: Ints and floats compare exactly, however large the int.
# ref: stdtypes#comparisons
# features: [int, float, comparison, hash]
# ---
big = 2**53
print(big == float(big), big + 1 == float(big + 1), big + 1 > float(big), big < float(big) + 2)
print(10**23 == 1e23, 10**22 == 1e22, 10**23 < 1e23, 10**23 > 1e23)
print(2**1024 > 1e308, -(2**1024) < -1e308, 2**1024 > float("inf"), 2**1024 == float("inf"))
for value in (float("inf"), float("-inf"), float("nan"), 0.5, -0.0):
    print(value, [value < n for n in (-1, 0, 1, 10**400)], [value == n for n in (0, 1)])
print(1 == 1.0 == True, hash(1) == hash(1.0) == hash(True), {1: "a", 1.0: "b", True: "c"})
print(hash(2**61 - 1), hash(2**61), hash(-1), hash(-2), hash(10**30), hash(0.5), hash(1e100), hash(-0.0))
print(hash(float("inf")), hash(float("-inf")), hash(2.5), hash(3.14), hash(-(2**62)))
try:
    print(float(2**1024))
except OverflowError as error:
    print(error)
try:
    print(2**1024 * 1.0)
except OverflowError as error:
    print(error)
print(2**1024 / 2**1000, 2**2000 / 3**1261)
print(2**1024 / 1)
