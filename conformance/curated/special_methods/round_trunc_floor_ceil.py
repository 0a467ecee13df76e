# ---
# id: special_methods/round_trunc_floor_ceil
# desc: round() asks __round__ with or without digits; __trunc__, __floor__ and __ceil__ of the builtin numbers.
# ref: 3.3.8
# features: [special_method, float]
# ---
class Price:
    def __init__(self, cents):
        self.cents = cents

    def __round__(self, *digits):
        return f"round{digits} of {self.cents}"

    def __trunc__(self):
        return self.cents // 100

    def __floor__(self):
        return -1

    def __ceil__(self):
        return 1


p = Price(199)
print(round(p), round(p, 1), round(p, None), round(p, ndigits=2), round(number=p))
print(p.__trunc__(), p.__floor__(), p.__ceil__())
print(
    (2.7).__trunc__(), (-2.7).__trunc__(), (-2.7).__floor__(), (-2.2).__ceil__(), (2.0).__ceil__(),
    (1e20).__floor__(),
)
print((5).__trunc__(), (5).__floor__(), (-5).__ceil__(), True.__trunc__(), (2.5).__round__(), (2.567).__round__(1))
print((25).__round__(-1), (35).__round__(-1), (-25).__round__(-1), (7).__round__(None), (7).__round__(2))


class Whole(float):
    def __round__(self, digits=None):
        return "own", digits


class Step(int):
    def __round__(self, digits=None):
        return super().__round__(digits), "step"


print(round(Whole(2.5)), round(Whole(2.5), 1), round(Step(17), -1))
for action in (
    lambda: round("x"),
    lambda: round([], 1),
    lambda: round(1j),
    lambda: (1e400).__trunc__(),
    lambda: float("nan").__floor__(),
    lambda: (2.5).__round__("x"),
    lambda: (5).__round__(1.0),
    lambda: round(2.5, "x"),
    lambda: round(),
):
    try:
        print(action())
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
round(object())
