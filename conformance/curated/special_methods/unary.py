# ---
# id: special_methods/unary
# desc: __neg__, __pos__, __invert__ and __abs__ are looked up on the type and may answer anything.
# ref: 3.3.8
# features: [special_method, arithmetic]
# ---
class Signed:
    def __init__(self, text):
        self.text = text

    def __neg__(self):
        return Signed("-" + self.text)

    def __pos__(self):
        return Signed("+" + self.text)

    def __invert__(self):
        return Signed("~" + self.text)

    def __abs__(self):
        return "|" + self.text + "|"

    def __pow__(self, other):
        return Signed(f"({self.text}**{other})")

    def __repr__(self):
        return self.text


x = Signed("x")
print(-x, +x, ~x, abs(x), -+~x, ~-x, abs(-x))
print(-x**2, (-x) ** 2, not x, - - -x)
x.__neg__ = lambda: "not asked"
print(-x, x.__neg__())


class Number(int):
    def __neg__(self):
        return "own"


print(-Number(5), +Number(5), type(+Number(5)).__name__, abs(Number(-5)), -True, +False)


class Bare:
    pass


class Off:
    __neg__ = None
    __abs__ = None


for action in (
    lambda: -Bare(),
    lambda: +Bare(),
    lambda: ~Bare(),
    lambda: abs(Bare()),
    lambda: -Off(),
    lambda: abs(Off()),
    lambda: ~1.5,
    lambda: -"x",
    lambda: +[],
    lambda: abs(),
):
    try:
        print(action())
    except TypeError as error:
        print(error)
(1, -Bare())
