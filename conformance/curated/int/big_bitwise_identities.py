# ---
# id: int/big_bitwise_identities
# desc: Identities of big ints across limb borders: shifts, masks, division by powers of two, text in every base.
# ref: stdtypes#bitwise-operations-on-integer-types
# features: [int, big_int, bitwise, format]
# ---
borders = [2**n + d for n in (30, 31, 32, 60, 61, 62, 63, 64, 90, 120, 128) for d in (-1, 0, 1)]
checks = 0
for value in borders:
    for number in (value, -value):
        for shift in (1, 15, 30, 31, 45, 60, 64, 100):
            assert number << shift == number * 2**shift
            assert number >> shift == number // 2**shift
            assert number % 2**shift == number & (2**shift - 1)
            assert (number >> shift << shift) + (number & ((1 << shift) - 1)) == number
            checks += 4
        assert ~number == -number - 1 and -~number - 1 == number
        assert int(str(number)) == int(hex(number), 16) == int(oct(number), 8) == int(bin(number), 0) == number
        assert number ^ number == 0 and number | number == number & number == number
        checks += 3
print(checks)
a, b = 3**150, -(7**90)
print(a ^ b, a | b, a & b, (a ^ b) == (a | b) - (a & b), (a & ~b) + (a & b) == a)
print(f"{a:x}", f"{b:_x}", f"{a % 10**20:,}", f"{b:e}" if abs(b) < 10**300 else "")
print(divmod(a, b), divmod(b, a), divmod(-a, b), (a * b) // b == a, (a * b) % a, pow(a, 5, 10**18 + 9), pow(b, -1, 10**9 + 7))
print(a.bit_length(), b.bit_length(), a.bit_count(), b.bit_count(), (a << 67).bit_length(), (b >> 67).bit_length())
print(float(a), float(b), a / b, b / a, int(float(a)) == a, round(a, -60), round(b, -70))
print(max(a, b), abs(b) > a, a > 1e71, a == 1e71, hash(a), hash(b))
