# ---
# id: special_methods/truediv
# desc: __truediv__ used to build paths and fractions, its reflected form and in-place fallback.
# ref: 3.3.8
# features: [special_method, arithmetic]
# ---
class Path:
    def __init__(self, text):
        self.text = text

    def __truediv__(self, other):
        if isinstance(other, Path):
            other = other.text
        if not isinstance(other, str):
            return NotImplemented
        return Path(self.text.rstrip("/") + "/" + other)

    def __rtruediv__(self, other):
        return Path(other) / self if isinstance(other, str) else NotImplemented

    def __repr__(self):
        return f"<{self.text}>"


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


class Ratio:
    def __init__(self, top, bottom=1):
        if bottom == 0:
            raise ZeroDivisionError(f"Ratio({top}, 0)")
        divisor = gcd(top, bottom)
        self.top, self.bottom = top // divisor, bottom // divisor

    def __truediv__(self, other):
        if isinstance(other, int):
            other = Ratio(other)
        return Ratio(self.top * other.bottom, self.bottom * other.top)

    def __rtruediv__(self, other):
        return Ratio(other) / self

    def __repr__(self):
        return f"{self.top}/{self.bottom}"


home = Path("/home/")
print(home / "ann" / "notes", "root" / home / "x", home / Path("p"))
home /= "bob"
print(home)
print(Ratio(6, 8), Ratio(1, 2) / Ratio(3, 4), Ratio(1, 2) / 3, 2 / Ratio(4, 6), 1 / (1 / Ratio(5, 7)))
for action in (lambda: home / 3, lambda: 3 / home, lambda: Ratio(1) / 0, lambda: Ratio(1) / "x", lambda: 1 / Ratio(0)):
    try:
        print(action())
    except (TypeError, ZeroDivisionError, AttributeError) as error:
        print(type(error).__name__, error)
Ratio(1, 2) / Ratio(0, 5)
