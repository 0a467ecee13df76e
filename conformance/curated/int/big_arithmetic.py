# ---
# id: int/big_arithmetic
# desc: Sums, products, powers and quotients of ints of hundreds of digits.
# ref: stdtypes#numeric-types-int-float-complex
# features: [int, big_int, arithmetic]
# ---
def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)


hundred = factorial(100)
print(hundred)
print(factorial(120) // hundred)
print(hundred % (10**9 + 7), hundred // factorial(98) == 9900)
fibonacci, following = 0, 1
for _ in range(300):
    fibonacci, following = following, fibonacci + following
print(fibonacci, -fibonacci)
print(3**200 - 2**300, (3**200) * (-(2**100)))
for exponent in (29, 30, 31, 59, 60, 61, 62, 63, 64, 65, 127, 128):
    power = 1 << exponent
    print(exponent, power - 1, power, power + 1, -power - 1, (power - 1) * (power + 1))
print(int(str(hundred)) == hundred, len(str(hundred)), hundred.bit_length())
