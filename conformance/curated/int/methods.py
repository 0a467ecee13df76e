# ---
# id: int/methods
# desc: The methods and attributes of int, with the errors of wrong arguments.
# ref: stdtypes#additional-methods-on-integer-types
# features: [int, method, attributes, bytes]
# ---
numbers = [0, 1, -1, 255, -256, 2**63, -(2**63), 10**30]
for number in numbers:
    print(number, number.bit_length(), number.bit_count(), number.conjugate(), number.as_integer_ratio(), number.is_integer())
    print("   ", number.numerator, number.denominator, number.real, number.imag)
print((1000).to_bytes(2, "big"), (1000).to_bytes(4, "little"), (-2).to_bytes(2, signed=True), (5).to_bytes())
print(int.from_bytes(b"\x03\xe8"), int.from_bytes(b"\xe8\x03", "little"), int.from_bytes(b"\xff\xfe", signed=True))
print(int.from_bytes([1, 2, 3], byteorder="big"), True.bit_length(), (2).__add__(3))
for attempt in (
    lambda: (256).to_bytes(1, "big"),
    lambda: (-1).to_bytes(1, "big"),
    lambda: (1).to_bytes(-1, "big"),
    lambda: (1).to_bytes(1, "middle"),
    lambda: int.from_bytes("ab", "big"),
    lambda: (1).bit_length(2),
    lambda: (1).foo,
):
    try:
        print(attempt())
    except (OverflowError, ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, error)
