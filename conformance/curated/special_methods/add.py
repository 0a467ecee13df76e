# ---
# id: special_methods/add
# desc: __add__, __radd__ and __iadd__: the order in which they are asked, sum(), and the text when nobody can.
# ref: 3.3.8
# features: [special_method, arithmetic]
# ---
class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        print("add", end=" ")
        if isinstance(other, Money):
            return Money(self.cents + other.cents)
        if isinstance(other, int):
            return Money(self.cents + other * 100)
        return NotImplemented

    def __radd__(self, other):
        print("radd", end=" ")
        return self + other

    def __repr__(self):
        return f"${self.cents // 100}.{self.cents % 100:02}"


class Purse(Money):
    def __iadd__(self, other):
        print("iadd", end=" ")
        if other is None:
            return NotImplemented
        self.cents += other.cents if isinstance(other, Money) else other
        return self


print(Money(150) + Money(275), Money(5) + 2, 3 + Money(1))
print(sum([Money(1), Money(2), Money(3)]))
print(sum([Money(1), Money(2)], Money(10)))
m = alias = Money(1)
m += Money(2)
print(m, alias, m is alias)
p = alias = Purse(1)
p += 5
print(p, p is alias)
p += Money(100)
print(p, alias)
for left, right in ((Money(1), "x"), ("x", Money(1)), (Money(1), None), (p, None), ([], Money(1))):
    try:
        left += right
        print(left)
    except (TypeError, RecursionError) as error:
        print(type(error).__name__, error)
print(Money.__add__(Money(1), "x"), Money(3).__add__(4))
Money(1) + 1.5
