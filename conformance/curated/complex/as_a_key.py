# ---
# id: complex/as_a_key
# desc: Equality and hash of complex numbers: equal to the real numbers that they are, found in dicts and sets.
# ref: 5.7.1
# features: [complex, dict, set, hash, comparison]
# ---
print(1 == 1 + 0j, 1 + 0j == 1.0, True == 1 + 0j, 1 != 1 + 1j, 1j == 1j, 1j == "j", None == 1j, 1j != None)
print(2**53 + 1 == complex(2**53 + 1), 2**53 == complex(2**53), 10**400 == 1j, 10**400 != 1j)
nan = complex("nan")
print(nan == nan, nan in [nan], [nan] == [nan], nan is nan, 1j in [1, 2j, 1j], [1, 1j].index(1j), (1j, 1j).count(1j))
for z in (0j, 1j, -1j, 1 + 0j, -1 - 1j, 1.5 + 2.5j, complex("inf"), complex("-infj"), 2**61 - 1 + 0j, 1e300 + 1e-300j):
    print(z, hash(z))
d = {1: "one", 2.5: "real", 1j: "i"}
d[1 + 0j] = "replaced"
d[2.5 - 0j] = "again"
d[complex("j")] = "unit"
print(d, d[1], {1j, 2j, 1j, 2, 2 + 0j}, {1 + 0j, 1.0, True})
print(bool(0j), bool(-0j), bool(1j), not complex(0.0, -0.0), 0j or "zero", 1j and "one")
print(max([3, 1j], key=abs), sorted([3j, 1, -2j, 1 + 1j], key=abs))
for order in (lambda: sorted([1j, 2j]), lambda: max(1j, 2), lambda: 1 < 1j, lambda: 1j > "a"):
    try:
        order()
    except TypeError as error:
        print(error)
