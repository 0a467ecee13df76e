# ---
# id: complex/division_by_zero_uncaught
# desc: An uncaught division of a complex number by zero.
# ref: 6.7
# features: [complex, traceback]
# ---
def inverse(z):
    return 1 / (z - z)


print(inverse.__name__)
print(inverse(1 + 2j))
