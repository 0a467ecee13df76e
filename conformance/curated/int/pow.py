# ---
# id: int/pow
# desc: Powers with zero, negative, huge and modular exponents, and their error texts.
# ref: functions#pow
# features: [int, arithmetic, builtins, exception]
# ---
print(0**0, 0**5, 1**10**18, (-1) ** (10**18 + 1), (-2) ** 3, -2**2, 2**-1, (-2) ** -3)
print(2**3**2, (2**3) ** 2, -2**-2, 2.0**0.5 == 2**0.5)
print(pow(3, 4), pow(3, 4, 5), pow(-3, 3, 5), pow(3, 3, -5), pow(0, 0, 1), pow(2, 10**30, 10**9 + 7))
print(pow(3, -1, 7), pow(10, -2, 17), pow(base=2, exp=5), pow(2, exp=5, mod=3))
print(pow(True, 5), pow(7, 0, 1), pow(2**70, 3, 2**65 - 1))
for arguments in ((2, -1, 4), (2, 3, 0), (2, 3, 1.5), (2.0, 3, 5), ("a", 2), (2,), (1, 2, 3, 4), (None, 2, 3)):
    try:
        print(arguments, pow(*arguments))
    except (ValueError, TypeError) as error:
        print(arguments, type(error).__name__, error)
print((-8) ** 2, (-8) ** 2.0, 8 ** (1 / 3))
print(10**-400, 2.0**-1080, 4**-0.5)
print(10.0**400)
