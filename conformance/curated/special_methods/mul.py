# ---
# id: special_methods/mul
# desc: __mul__ and __rmul__ beside sequences, which repeat only by an index.
# ref: 3.3.8
# features: [special_method, arithmetic]
# ---
class Vector:
    def __init__(self, *parts):
        self.parts = parts

    def __mul__(self, factor):
        if isinstance(factor, Vector):
            return sum(a * b for a, b in zip(self.parts, factor.parts, strict=True))
        if isinstance(factor, (int, float)):
            return Vector(*(part * factor for part in self.parts))
        return NotImplemented

    __rmul__ = __mul__

    def __repr__(self):
        return f"Vector{self.parts}"


class Times:
    def __index__(self):
        print("index", end=" ")
        return 3


class Both(Times):
    def __rmul__(self, other):
        return "rmul", other


v = Vector(1, 2, 3)
print(v * 2, 2 * v, v * v, 0.5 * v, True * v)
print([0] * Times(), "ab" * Times(), Times() * (1,), b"-" * Times())
print([0] * Both(), "x" * Both(), 4 * Both())
w = v
w *= 3
print(w, v)
row = same = [1]
row *= Times()
print(row, same is row)
text = "ab"
text *= Both()
print(text)
for left, right in ((v, "x"), ([1], v), ("x", v), (v, [1]), (v, None), (Times(), 2), (v, Vector(1)), ([1], 2.0)):
    try:
        print(left * right)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
{} * v
