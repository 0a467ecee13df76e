# ---
# id: enum/flags
# desc: Flag and IntFlag: combination, containment, iteration, inversion, boundaries and texts.
# ref: enum#enum.Flag
# features: [enum, bitwise]
# ---
from enum import CONFORM, EJECT, KEEP, STRICT, Flag, IntFlag, auto


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Mode(IntFlag):
    A = 1
    B = 2
    C = 4


print(
    list(Perm), Perm.R | Perm.X, repr(Perm.R | Perm.X), Perm.RW, Perm(3) is Perm.RW, Perm(0), Perm(5), ~Perm.R,
    ~Perm(0),
)
print(
    Perm.R in Perm.RW, Perm.X in Perm.RW, Perm.RW & Perm.W, Perm.RW ^ Perm.R, bool(Perm(0)), list(Perm.R | Perm.X),
    len(Perm.RW), (Perm.R | Perm.W).name, (Perm.R | Perm.X).name,
)
print([p.value for p in Perm], list(Perm.__members__), Perm.RW.value, Perm["RW"], Perm.R | Perm.W | Perm.X == Perm(7))
print(
    Mode.A | Mode.C, repr(Mode.A | 8), Mode(3), Mode.A + 1, Mode.A | 2 is Mode(3), ~Mode.A, Mode.B & 3, int(Mode.C),
    f"{Mode.A | Mode.B}", Mode(16),
)
value = Perm.R
value |= Perm.X
value &= ~Perm.R
print(value, value == Perm.X, hash(value) == hash(Perm.X))
for boundary in (STRICT, CONFORM, EJECT, KEEP):
    F = Flag("F", ["P", "Q"], boundary=boundary)
    try:
        print(boundary.name, repr(F(5)))
    except ValueError as error:
        print(boundary.name, str(error).split("\n")[0])


class Weekday(Flag):
    MON = 1
    TUE = 2
    SUN = 64
    WEEKEND = 96

    @classmethod
    def of(cls, *names):
        result = cls(0)
        for name in names:
            result |= cls[name]
        return result


print(Weekday.of("MON", "SUN"), list(Weekday), Weekday.WEEKEND)
match Perm.R | Perm.W:
    case Perm.RW:
        print("combined members match")
for bad in (
    lambda: Perm.R | 2,
    lambda: Perm(8),
    lambda: Perm.R + Perm.W,
    lambda: 1 in Perm.R,
    lambda: Perm.R < Perm.W,
    lambda: Perm("R"),
    lambda: Weekday.of("FRI"),
    lambda: Perm.R & Mode.A,
):
    try:
        print(bad())
    except (ValueError, TypeError, KeyError) as error:
        print(type(error).__name__, str(error).split("\n")[0])
Perm.R.value.missing
