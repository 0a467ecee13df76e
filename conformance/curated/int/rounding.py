# ---
# id: int/rounding
# desc: round() of ints and floats with digits of both signs, halves going to even.
# ref: functions#round
# features: [int, float, builtins, exception]
# ---
for number in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1e16 + 2, 0.1 + 0.2):
    print(number, round(number), round(number, 1), round(number, 2), round(number, -1), round(number, None))
for number in (0, 5, 15, 25, 1234, -1250, 10**20 + 50):
    print(number, round(number), round(number, 2), round(number, -1), round(number, -2), round(number, -30))
print(round(True), round(2.5, 0), round(-0.4), round(1e300, -299), round(1.5e-10, 10), round(123.456, 400))
print(round(number=2.567, ndigits=1), type(round(2.0)), type(round(2.0, 0)))
for arguments in ((), ("a",), (1.5, "a"), (1, 2.0), (float("nan"),), (float("inf"),), ([],), (1.5, 2, 3)):
    try:
        print(arguments, round(*arguments))
    except (TypeError, ValueError, OverflowError) as error:
        print(arguments, type(error).__name__, error)
print(round(float("inf"), 2), round(float("nan"), 2))
