# ---
# id: special_methods/floordiv_and_mod
# desc: __floordiv__, __mod__, their reflected and in-place forms; divmod does not fall back on them.
# ref: 3.3.8
# features: [special_method, arithmetic]
# ---
class Clock:
    def __init__(self, minutes):
        self.minutes = minutes

    def __floordiv__(self, other):
        print("floordiv", end=" ")
        return self.minutes // other

    def __rfloordiv__(self, other):
        print("rfloordiv", end=" ")
        return other // self.minutes

    def __mod__(self, other):
        print("mod", end=" ")
        if isinstance(other, str):
            return other + "!"
        return self.minutes % other

    def __rmod__(self, other):
        print("rmod", end=" ")
        return "rmod", other

    def __imod__(self, other):
        print("imod", end=" ")
        self.minutes %= other
        return self


c = Clock(135)
print(c // 60, c % 60, 300 // c, 300 % c)
print(c % "text", "%s and %d" % ("a", 1))
try:
    print("no field" % c)
except TypeError as error:
    print(error)


class Text(str):
    def __mod__(self, other):
        return "own mod", other

    def __rmod__(self, other):
        return "own rmod", other


print("%s!" % Text("sub"), Text("%s") % 5, Text("%s") % Text("x"), 4 % Text("y"))
c %= 100
print(c.minutes)
d = c
d //= 2
print(d, c.minutes)
for action in (lambda: divmod(c, 2), lambda: divmod(2, c), lambda: c // "x", lambda: c % 0, lambda: Clock(1) // 0):
    try:
        print(action())
    except (TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
c // [] % 2
