# ---
# id: programs/polynomials_and_fractions
# desc: Exact fractions and polynomials over them, with the number protocol, comparison and calculus.
# ref: tutorial/classes
# features: [class, special_method, int]
# ---
from functools import total_ordering


def gcd(a, b):
    while b:
        a, b = b, a % b
    return abs(a)


@total_ordering
class Fraction:
    __slots__ = ("top", "bottom")

    def __new__(cls, top, bottom=1):
        if isinstance(top, Fraction):
            return top / bottom
        if bottom == 0:
            raise ZeroDivisionError(f"Fraction({top}, 0)")
        self = super().__new__(cls)
        divisor = gcd(top, bottom) * (1 if bottom > 0 else -1)
        object.__setattr__(self, "top", top // divisor)
        object.__setattr__(self, "bottom", bottom // divisor)
        return self

    def __setattr__(self, name, value):
        raise AttributeError(f"{name} cannot change")

    @staticmethod
    def lift(function):
        def method(self, other):
            if isinstance(other, int):
                other = Fraction(other)
            if not isinstance(other, Fraction):
                return NotImplemented
            return function(self, other)

        return method

    __add__ = __radd__ = lift(lambda a, b: Fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom))
    __mul__ = __rmul__ = lift(lambda a, b: Fraction(a.top * b.top, a.bottom * b.bottom))
    __sub__ = lift(lambda a, b: a + -b)
    __rsub__ = lift(lambda a, b: b + -a)
    __truediv__ = lift(lambda a, b: Fraction(a.top * b.bottom, a.bottom * b.top))
    __rtruediv__ = lift(lambda a, b: b / a)
    __lt__ = lift(lambda a, b: a.top * b.bottom < b.top * a.bottom)
    __eq__ = lift(lambda a, b: (a.top, a.bottom) == (b.top, b.bottom))

    def __hash__(self):
        return hash(self.top) if self.bottom == 1 else hash((self.top, self.bottom))

    def __neg__(self):
        return Fraction(-self.top, self.bottom)

    def __pow__(self, n):
        return Fraction(self.top**n, self.bottom**n) if n >= 0 else 1 / self**-n

    def __bool__(self):
        return self.top != 0

    def __float__(self):
        return self.top / self.bottom

    def __floor__(self):
        return self.top // self.bottom

    def __repr__(self):
        return str(self.top) if self.bottom == 1 else f"{self.top}/{self.bottom}"


class Polynomial:
    def __init__(self, *coefficients):
        coefficients = [Fraction(c) for c in coefficients]
        while coefficients and not coefficients[-1]:
            coefficients.pop()
        self.coefficients = tuple(coefficients)

    def __call__(self, x):
        result = 0
        for c in reversed(self.coefficients):
            result = result * x + c
        return result

    def __add__(self, other):
        a, b = self.coefficients, other.coefficients
        length = max(len(a), len(b))
        return Polynomial(*(x + y for x, y in zip([*a, *[0] * (length - len(a))], [*b, *[0] * (length - len(b))])))

    def __mul__(self, other):
        result = [Fraction(0)] * (len(self.coefficients) + len(other.coefficients))
        for i, a in enumerate(self.coefficients):
            for j, b in enumerate(other.coefficients):
                result[i + j] += a * b
        return Polynomial(*result)

    def derivative(self):
        return Polynomial(*(n * c for n, c in enumerate(self.coefficients) if n))

    def integral(self, constant=0):
        return Polynomial(constant, *(c / (n + 1) for n, c in enumerate(self.coefficients)))

    def __eq__(self, other):
        return self.coefficients == other.coefficients

    def __str__(self):
        terms = [f"{c}x^{n}" if n > 1 else f"{c}x" if n else f"{c}" for n, c in enumerate(self.coefficients) if c]
        return " + ".join(reversed(terms)) or "0"


half, third = Fraction(1, 2), Fraction(1, 3)
print(
    half + third, half - third, half * third, half / third, 1 - half, 2 / third, half**3, half**-2, -half,
    Fraction(6, -8), Fraction(half, 2),
)
print(
    half > third, half >= 1, half == Fraction(2, 4), Fraction(4, 2) == 2, hash(Fraction(2)) == hash(2),
    sum([half, third, 1]), max(half, third),
)
print(
    float(third), sorted([half, 1, third, 0]), {Fraction(3): "three"}[3], bool(Fraction(0, 5)), half.__floor__(),
    [*map(float, (half, 1))],
)
p, q = Polynomial(1, 2, 3), Polynomial(0, half)
print(
    p, "|", q, "|", p + q, "|", p * q, "|", p.derivative(), "|", p.integral(), "|", p(2), p(half),
    (p * q)(third) == p(third) * q(third),
)
print(p.integral().derivative() == p, Polynomial(), Polynomial(1) * Polynomial(), p.integral()(1) - p.integral()(0))
for action in (
    lambda: half + 1.5, lambda: "x" * half, lambda: setattr(half, "top", 3), lambda: Fraction(1, 0),
    lambda: half < "x", lambda: half / 0,
):
    try:
        print(action())
    except (TypeError, AttributeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
Polynomial(1, 2)(Fraction(1) / Fraction(0, 3))
