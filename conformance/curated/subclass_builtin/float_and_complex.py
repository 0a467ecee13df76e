# ---
# id: subclass_builtin/float_and_complex
# desc: Subclasses of float and complex, their construction, arithmetic and texts.
# ref: stdtypes#numeric-types-int-float-complex
# features: [subclass_builtin, float, complex]
# ---
class Celsius(float):
    def __new__(cls, value, place="here"):
        self = float.__new__(cls, value)
        self.place = place
        return self

    @property
    def fahrenheit(self):
        return self * 9 / 5 + 32

    def __repr__(self):
        return f"{float(self)!r}°C"

    def __eq__(self, other):
        return abs(float(self) - float(other)) < 0.1

    __hash__ = float.__hash__


c = Celsius("36.6", "lab")
print(c, repr(c), str(c), f"{c:.2f}", f"{c}", "%.1f" % c, c.fahrenheit, c.place, c == 36.65, 36.65 == c, c != 36.65)
for value in (
    c + 1, 1 + c, c * c, -c, abs(c), round(c), round(c, 1), c // 1, divmod(c, 10), c**0.5 > 6, int(c), float(c), +c,
):
    print(value, type(value).__name__, end="; ")
print()
print(
    Celsius.fromhex("0x1.8p1"), type(Celsius.fromhex("0x1p0")).__name__, c.is_integer(),
    Celsius(2).as_integer_ratio(), c.hex(),
)
print(
    sum([Celsius(1), Celsius(2)]), max(Celsius(1), 0.5), hash(Celsius(2)) == hash(2), {2: "two"}[Celsius(2)],
    sorted([c, 3]),
)


class Phasor(complex):
    def __new__(cls, real, imag=0.0, label=""):
        self = super().__new__(cls, real, imag)
        self.label = label
        return self

    def __abs__(self):
        return "own abs"

    def __str__(self):
        return f"{self.label}<{self.real}, {self.imag}>"


p = Phasor(3, 4, label="p")
print(p, repr(p), f"{p}", abs(p), abs(complex(p)), p.conjugate(), type(p.conjugate()).__name__, p == 3 + 4j, p * 1j, -p)
print(Phasor(1.5), type(p + 1).__name__, bool(Phasor(0)), complex(p), type(complex(p)).__name__, p.real, f"{p:.1f}")


class Clamped(float):
    def __add__(self, other):
        return Clamped(min(1.0, float(self) + other))

    def __lt__(self, other):
        return "lt?"


print(Clamped(0.9) + 0.5, Clamped(0.2) < 1, 1 > Clamped(0.2), 5.0 + Clamped(0.5), [Clamped(0.1)] < [0.2])
for bad in (
    lambda: Celsius("warm"), lambda: Celsius(), lambda: Phasor("x"), lambda: c + "x", lambda: p < p,
    lambda: Phasor(1, "2"),
):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
Celsius(None)
