# ---
# id: comparison/chained
# desc: Chained comparisons evaluate each operand once, stop at the first false one, and give the last value.
# ref: 6.10
# features: [comparison, boolean_operators, evaluation_order, membership]
# ---
def t(value):
    print("eval", value, end="; ")
    return value


print(t(1) < t(2) < t(3))
print(t(3) < t(2) < t(1))
print(t(1) < t(5) > t(2) != t(4) == t(4) <= t(4))
print(t(1) in [1, 2] == True, (t(1) in [1, 2]) == True)
print((1 < 2) is True, 0 == 0.0 == False, "a" < "b" < "c" > "b", 1 not in [2] in [[2]])
print(not 1 == 2, not (1 == 1) == True, 1 < 2 and 2 < 1 or 3, (1 < 2) < 2, 1 < (2 < 3))
x = 5
print(0 < x < 10, 10 > x >= 5 == x, x < x <= x, [n for n in range(10) if 2 < n <= 6 != n])
a, b, c = [], [], 0
print(a is a is not b, a == b == [], c == 0 == False, None is None is not True)
flags = [1 < n < 5 for n in (0, 1, 2, 4, 5, 4.5, True)]
print(flags)
try:
    1 < 2 < "3" < t("never")
except TypeError as error:
    print(error)
print(3 > 2 > "1")
