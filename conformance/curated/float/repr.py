# ---
# id: float/repr
# desc: The shortest text that reads back the same, in fixed and exponent form.
# ref: stdtypes#numeric-types-int-float-complex
# features: [float, str]
# ---
numbers = [0.1, 0.2, 0.1 + 0.2, 1 / 3, 2 / 3, 1e15, 1e16, 123456789012345.6, 1234567890123456.7, 12345678901234567.8]
numbers += [1e-4, 1e-5, 0.00012345, 0.000012345, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 1e22, 1e23]
numbers += [9007199254740993.0, 4.35, 2.675, 1.005, 100.0, 1e2, 1.0, -0.0, 1e100, 3.141592653589793, 6.02214076e23]
for number in numbers:
    text = repr(number)
    print(text, str(number) == text, float(text) == number, -number)
print([0.5, (1.5,), {2.5: -0.5}], float("inf"), -float("inf"), float("nan"))
total = 0.0
for _ in range(10):
    total += 0.1
print(total, sum([0.1] * 10), total == 1.0)
print(0.1 * 3, 1 - 0.9, 1e16 + 1.0, 3.3 * 3.3, 1e308 * 10, 7 / 7)
