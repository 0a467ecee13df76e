# ---
# id: complex/power
# desc: Powers: whole ones by multiplication, others by angles; a negative number to a fraction is complex.
# ref: 6.5
# features: [complex, arithmetic, exception]
# ---
for base in (1 + 2j, 1j, -2.5j, 0.5 - 0.25j, 3 + 0j):
    for exponent in (0, 1, 2, 3, 10, -1, -2, -7, 100):
        print(base, exponent, base**exponent)
for base, exponent in ((1j, 0.5), (1 + 2j, 2.5), (2, 1j), (2.5, 1 + 2j), (1 + 2j, 1 - 1j), (-8, 1 / 3), (-8.0, 0.5),
                       (-1, 0.5), (-2, -1.5), (0j, 0), (0j, 2), (0, 0j)):
    z = base**exponent
    z = complex(z)
    print(base, exponent, format(z, ".9g"))
for base, exponent in ((0j, -1), (0j, 1j), (0, 1j), (0j, -2.5), (1e200 + 1j, 2), (1e200 + 1j, 3.5), (2, 1e5 + 1j),
                       (1e-200j, -2), (1e300j, 1e300)):
    try:
        print(base, exponent, base**exponent)
    except ArithmeticError as error:
        print(base, exponent, type(error).__name__, error)
for arguments in ((1j, 2, 3), (2, 1j, 5), (2, 3, 1j), (1j, 2, None)):
    try:
        print(pow(*arguments))
    except Exception as error:
        print(type(error).__name__, error)
