# ---
# id: subclass_builtin/int
# desc: A subclass of int computes plain ints, keeps its attributes, and may override any operator.
# ref: stdtypes#numeric-types-int-float-complex
# features: [subclass_builtin, int]
# ---
class Metres(int):
    unit = "m"

    def __new__(cls, value=0, note=None):
        self = super().__new__(cls, value)
        self.note = note
        return self

    def __repr__(self):
        return f"{int(self)}{self.unit}"

    def double(self):
        return Metres(self * 2, self.note)


m = Metres(5, note="short")
print(m, repr(m), str(m), f"{m}", f"{m:03d}", "%d %s" % (m, m), m.note, m.double().note, m.double())
for value in (
    m + 1, m * m, -m, +m, abs(m), ~m, m << 1, m // 2, m % 2, m / 2, m**2, divmod(m, 2), round(m), m | 8, int(m),
):
    print(value, type(value).__name__, end="; ")
print()
print(
    m == 5, m == 5.0, m is m + 0, hash(m) == hash(5), m < 6, {5: "five"}[m], [0, 1, 2, 3, 4, "x"][m], m in (5,),
    m.real,
)
print(type(m.real).__name__, type(m.numerator).__name__, m.bit_length(), m.to_bytes(2), Metres.from_bytes(b"\x01\x00"))
print(
    type(Metres.from_bytes(b"\x01")).__name__, Metres("42"), Metres("ff" and 255), Metres(3.9), Metres(True),
    Metres(),
)
print(isinstance(m, int), bool(Metres(0)), sum([m, m]), max(m, 3), range(m), list(range(m)), "ab" * Metres(2), vars(m))


class Modular(int):
    def __add__(self, other):
        return Modular((int(self) + other) % 7)

    __radd__ = __add__

    def __eq__(self, other):
        return int(self) % 7 == other % 7

    __hash__ = int.__hash__


print(Modular(5) + 4, 4 + Modular(5), sum([Modular(6), Modular(6)]), Modular(1) == 8, 8 == Modular(1), Modular(1) != 8)
total = Modular(6)
total += 3
print(total, type(total).__name__)


class Bounded(int):
    def __new__(cls, value):
        if not 0 <= value <= 10:
            raise ValueError(f"{value} is out of bounds")
        return super().__new__(cls, value)


print(Bounded(10) + Bounded(10))
for bad in (lambda: Metres("x"), lambda: Metres([]), lambda: Bounded("5"), lambda: Metres(1, 2, 3)):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
Bounded(Bounded(9) + 2)
