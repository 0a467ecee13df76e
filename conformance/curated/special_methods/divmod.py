# ---
# id: special_methods/divmod
# desc: divmod asks __divmod__ and then __rdivmod__; the answer may be anything.
# ref: functions#divmod
# features: [special_method, arithmetic]
# ---
class Feet:
    def __init__(self, n):
        self.n = n

    def __divmod__(self, other):
        print("divmod", end=" ")
        if isinstance(other, Feet):
            other = other.n
        if not isinstance(other, int):
            return NotImplemented
        return divmod(self.n, other)

    def __rdivmod__(self, other):
        print("rdivmod", end=" ")
        if isinstance(other, int):
            return divmod(other, self.n)
        return NotImplemented

    def __floordiv__(self, other):
        return "floordiv is not asked"

    __mod__ = __floordiv__


class Odd:
    def __rdivmod__(self, other):
        return "no tuple", other


class Child(Feet):
    def __rdivmod__(self, other):
        print("child first", end=" ")
        return super().__rdivmod__(other)


print(divmod(Feet(17), 5), divmod(17, Feet(5)), divmod(Feet(-7), Feet(2)))
print(divmod(1, Odd()), divmod("x", Odd()))
print(divmod(Feet(9), Child(4)))
quotient, rest = divmod(Feet(100), 30)
print(quotient, rest)
for left, right in ((Feet(1), "x"), ("x", Feet(1)), (Odd(), 1), (1, 0), (Feet(3), 0), ("7", 2), (1.5, "x"), (1j, 2)):
    try:
        print(divmod(left, right))
    except (TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
divmod(5, Feet(0))
