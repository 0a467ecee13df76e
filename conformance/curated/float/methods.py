# ---
# id: float/methods
# desc: The methods of float: hex, fromhex, is_integer, as_integer_ratio and their errors.
# ref: stdtypes#additional-methods-on-float
# features: [float, method, exception]
# ---
numbers = [0.0, -0.0, 1.0, 0.1, -2.5, 1e300, 5e-324, float("inf"), float("nan")]
for number in numbers:
    print(number, number.hex(), number.is_integer(), number.conjugate(), number.real, number.imag)
    print("   ", float.fromhex(number.hex()))
    try:
        print("   ", number.as_integer_ratio())
    except (ValueError, OverflowError) as error:
        print("   ", type(error).__name__, error)
print(float.fromhex("0x1.8p1"), float.fromhex("-1.8"), float.fromhex("  0xap-3 "), float.fromhex("1e2"), float.from_number(3))
for attempt in (
    lambda: float.fromhex("xyz"),
    lambda: float.fromhex("0x1p5000"),
    lambda: float.fromhex(1),
    lambda: float.from_number("3"),
    lambda: (1.5).bit_length(),
    lambda: (1.5).hex(1),
):
    try:
        print(attempt())
    except (ValueError, OverflowError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
