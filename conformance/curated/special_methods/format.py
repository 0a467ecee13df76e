# ---
# id: special_methods/format
# desc: __format__ gets the specification from format(), f-strings and str.format, and must answer a str.
# ref: 3.3.1
# features: [special_method, format]
# ---
class Angle:
    def __init__(self, degrees):
        self.degrees = degrees

    def __format__(self, spec):
        print(f"spec={spec!r}", end=" ")
        if spec == "":
            return str(self)
        unit, _, inner = spec.partition(":")
        if unit == "d":
            return format(self.degrees, inner) + "deg"
        if unit == "t":
            return format(self.degrees / 360, inner) + "turns"
        raise ValueError(f"unknown unit {unit!r}")

    def __str__(self):
        return f"Angle {self.degrees}"

    def __repr__(self):
        return "repr"


a = Angle(90)
print(f"{a} {a:d} {a:d:>8.1f} {a:t:.2f}")
print("{0:d} {0!r:>6} {0!s:^12}|".format(a), format(a), format(a, "d:05"))
width = 7
print(f"{a:d:{width}} {a:{'t'}:{'.3f'}}", f"{a!r:*^{width}}")


class Plain:
    def __str__(self):
        return "plain"


class Number(int):
    def __format__(self, spec):
        return "own " + super().__format__(spec)


class Text(str):
    pass


print(f"{Plain()}", format(Plain(), ""), f"{Number(255):x}", f"{Number(3)}", "%d %s" % (Number(4), Number(5)))
print(f"{Text('t'):>3}|", f"{Plain()!s:>8}|")


class Wrong:
    def __format__(self, spec):
        return 5


for action in (
    lambda: f"{a:q}",
    lambda: format(Plain(), "x"),
    lambda: f"{Wrong()}",
    lambda: "{:>5}".format(None),
    lambda: format(a, 5),
    lambda: f"{[]:>5}",
    lambda: f"{object:5}",
):
    try:
        print(action())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(f"{a:d} and {Plain():5}")
