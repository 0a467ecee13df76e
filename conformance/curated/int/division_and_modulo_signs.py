# ---
# id: int/division_and_modulo_signs
# desc: Floor division, modulo and divmod of ints of all signs obey a == (a // b) * b + a % b.
# ref: 6.7
# features: [int, arithmetic, bool]
# ---
cases = [(7, 3), (-7, 3), (7, -3), (-7, -3), (6, 3), (-6, 3), (0, -5), (1, 10), (-1, 10)]
for left, right in cases:
    quotient, rest = left // right, left % right
    print(left, right, quotient, rest, divmod(left, right), left / right)
    assert quotient * right + rest == left
    assert rest == 0 or (rest < 0) == (right < 0)
big = 10**40 + 7
for right in (3, -3, 10**20, -(10**20), 2**64, -(2**64) + 1, big + 1):
    print(right, divmod(big, right), divmod(-big, right))
    assert (big // right) * right + big % right == big
print(True // 2, True % 2, -True // 2, divmod(True, True))
print(-1 // 10**30, -1 % 10**30, 10**30 // -1)
print(2**62 // -1, -(2**63) // -1, -(2**63) % -1)
