# ---
# id: complex/methods
# desc: Attributes and special methods of complex numbers, and what other types say to them.
# ref: stdtypes#numeric
# features: [complex, int, float, exception]
# ---
z = 3 - 4j
print(z.real, z.imag, z.conjugate(), type(z), type(z.real), isinstance(z, complex), isinstance(1.0, complex))
print(z.__abs__(), z.__add__(1), z.__radd__(1), z.__sub__(1), z.__rsub__(1), z.__mul__(2), z.__truediv__(2), z.__rtruediv__(2))
print(z.__pow__(2), z.__rpow__(1), z.__neg__(), z.__pos__(), z.__bool__(), z.__eq__(z), z.__eq__("a"), z.__ne__(3), z.__lt__(1))
print(z.__add__("a"), z.__complex__(), z.__getnewargs__(), z.__repr__(), z.__str__(), z.__format__(".1f"), z.__hash__() == hash(z))
print(complex.__name__, complex.__mro__, complex.conjugate(z), complex.__add__(z, 1), [n for n in dir(z) if n[0] != "_"])
print(2j.imag, 2j.real, 1_000j, 1e3J, .5j, 0777j, (1j).__class__)
for call in (lambda: int(1j), lambda: float(1j), lambda: round(1j), lambda: range(1j), lambda: "abc"[1j], lambda: chr(1j),
             lambda: hex(1j), lambda: [].insert(1j, 0), lambda: z.conjugate(1), lambda: z.real(), lambda: z.foo,
             lambda: z.__pow__(2, 3), lambda: len(1j), lambda: iter(1j), lambda: 1j(), lambda: 1j[0]):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
try:
    z.real = 1
except AttributeError as error:
    print(error)
try:
    z.other = 1
except AttributeError as error:
    print(error)
print(complex(1j, 2), complex(1, 2j), complex(1j, 2j))
