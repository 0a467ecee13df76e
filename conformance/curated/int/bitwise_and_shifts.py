# ---
# id: int/bitwise_and_shifts
# desc: Bit operators on negative and huge ints, and the errors of bad shift counts.
# ref: 6.8
# features: [int, bitwise, big_int, exception, bool]
# ---
values = [0, 1, -1, 5, -6, 255, -256, 2**64 - 1, -(2**64), 2**100 + 12345]
for left in values:
    print(left, ~left, left & 0xFF, left | 1, left ^ -1, left << 3, left >> 2, left >> 200)
for left in values:
    print([left & right for right in values])
    print([left | right for right in values])
    print([left ^ right for right in values])
print(True & False, True | False, True ^ True, True & 3, True << 2, type(True & True), type(True | 0))
for count in (-1, 2.0, "1", None, -(2**80)):
    try:
        print(1 << count)
    except (ValueError, TypeError) as error:
        print(count, type(error).__name__, error)
print(0 << 10**30, 5 >> 10**30, -5 >> 10**30)
print(1 << 10**30)
