# ---
# id: complex/arithmetic
# desc: The operators of complex numbers with each other and with real ones, signs of zeros and infinities included.
# ref: 6.7
# features: [complex, arithmetic, exception]
# ---
inf, nan = float("inf"), float("nan")
values = [1 + 2j, -0.5j, 0j, complex(-0.0, -0.0), complex(inf, 1), complex(nan, inf), 3, -0.0, 2.5, True, inf, 10**20]
for a in values:
    for b in values:
        if not isinstance(a, complex) and not isinstance(b, complex):
            continue
        try:
            quotient = a / b
        except ZeroDivisionError as error:
            quotient = error
        print(a, b, "|", a + b, a - b, a * b, quotient)
print(-(1 + 2j), +(1 - 2j), -0j, abs(3 + 4j), abs(complex(-inf, nan)), 1 - 1j - 1)
z = 1j
z += 2
z *= z
z -= 0.5j
z /= 2
z **= 2
print(z)
for operation in (lambda: 1j // 1, lambda: 1 % 1j, lambda: divmod(1j, 2), lambda: 1j < 2j, lambda: 1j >= 1,
                  lambda: ~1j, lambda: 1j & 1, lambda: 1j << 1, lambda: 1j @ 1j, lambda: 1j + "a", lambda: "a" + 1j,
                  lambda: [1] * 1j, lambda: [1][1j:], lambda: 1j + 10**400, lambda: 10**400 * 1j, lambda: None - 1j):
    try:
        print(operation())
    except Exception as error:
        print(type(error).__name__, error)
print(sum([1j, 2, 3.5, True]), sum([0.1j] * 10), sum([0.1, 0.2] * 10 + [0.1j] * 10), sum([1j], start=-1j))
