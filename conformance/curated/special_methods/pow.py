# ---
# id: special_methods/pow
# desc: __pow__ with two and three arguments, __rpow__ and __ipow__, and the operator ** with pow().
# ref: 3.3.8
# features: [special_method, arithmetic]
# ---
class Num:
    def __init__(self, n):
        self.n = n

    def __pow__(self, other, modulus=None):
        print("pow", modulus, end=" | ")
        if isinstance(other, Num):
            other = other.n
        if not isinstance(other, int):
            return NotImplemented
        return pow(self.n, other, modulus)

    def __rpow__(self, other, modulus=None):
        print("rpow", modulus, end=" | ")
        if not isinstance(other, int):
            return NotImplemented
        return pow(other, self.n, modulus)


class Grows(Num):
    def __ipow__(self, other):
        print("ipow", end=" | ")
        self.n **= other
        return self


class TwoOnly:
    def __pow__(self, other):
        return "two", other


print(Num(2) ** 10, 3 ** Num(4), Num(2) ** Num(5), -Num(2) ** 2 if hasattr(Num, "__neg__") else "no neg")
print(pow(Num(2), 10), pow(Num(2), 10, 1000), pow(7, Num(3), 10), pow(Num(3), Num(3), 5))
print(2 ** 3 ** Num(2), TwoOnly() ** 5)
g = alias = Grows(3)
g **= 2
print(g.n, g is alias)
n = Num(3)
n **= 2
print(n)
for action in (
    lambda: Num(2) ** "x",
    lambda: "x" ** Num(2),
    lambda: pow("x", Num(2), 3),
    lambda: pow(Num(2), "x", 3),
    lambda: pow(TwoOnly(), 1, 2),
    lambda: pow(2, 3, "x"),
    lambda: pow(2.0, 3, 4),
    lambda: pow(Num(2), 3, 0),
    lambda: pow(2, -1, 4),
):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
TwoOnly() ** 3 ** Num("q")
