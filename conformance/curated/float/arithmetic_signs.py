# ---
# id: float/arithmetic_signs
# desc: Division, floor division and modulo of floats with signs, zeros and infinities.
# ref: 6.7
# features: [float, arithmetic, exception]
# ---
inf = float("inf")
for left in (7.5, -7.5, 0.0, -0.0, inf):
    for right in (2.0, -2.0, 0.3, inf, -inf):
        print(left, right, left / right, left // right, left % right, left - right, left * right)
print(divmod(-7.5, 2), divmod(7.5, -2), divmod(-0.0, 3.0), divmod(5, 0.7))
print(1e308 + 1e308, -1e308 * 10, inf - inf, inf * 0, 2.0**1023 * 2)
print(-1 % 1e-20, 5.0 % 3, -5.0 % 3, 5.0 % -3, -5 % 3.0, 1e17 // 3, -1e-300 // 1)
print(2.0**10, 2**0.5, (-8.0) ** 2, 4.0**-1, 0.0**0, inf**0, 0.0**inf, 1.0**inf)
try:
    10.0**309
except OverflowError as error:
    print(error.args)
print(True + 0.5, 2 - 0.5, 3 * 0.1, 1 / 2, 7 // 2.0, 7 % 2.5)
print(-7.5 // 0.0)
