# ---
# id: format/float_specs
# desc: Format specifications of floats: precision, exponents, percent, alternate form, grouping, infinities.
# ref: string#formatspec
# features: [format, float]
# ---
numbers = [0.0, -0.0, 1.5, -2.675, 1234567.891, 1e-7, 1e22, 0.000123456, 99.995, float("inf"), float("-inf"), float("nan")]
specs = ["", ".0f", ".2f", "f", "F", "e", ".3e", "E", ".0e", "g", ".3g", "G", "%", ".1%", "+", " .2f", "010.2f", ",.2f", "_.1f", "#.0f", "#g",
         ".10", ".1", "n", "z.1f", "z.0f", "<9.1f", "^9.1f", "*=+9.1f", "015,.1f", ".3", "5.3n", "#.3g", "#.0e", ".17g", ".20f"]
for number in numbers:
    print(number)
    for start in range(0, len(specs), 6):
        print("   ", [format(number, spec) for spec in specs[start : start + 6]])
print(f"{3.14159:.3f} {2.5:.0f} {3.5:.0f} {1e100:.3f} {0.1:.55f}")
for spec in ("d", "x", "s", "c", ".f", ",_f", "_,f", "10.2.3f", ".2147483648f", "+-f", "#s"):
    try:
        print(repr(spec), format(1.5, spec))
    except ValueError as error:
        print(repr(spec), error)
