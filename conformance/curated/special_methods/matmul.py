# ---
# id: special_methods/matmul
# desc: __matmul__, __rmatmul__ and __imatmul__, which no builtin type has.
# ref: 3.3.8
# features: [special_method, arithmetic]
# ---
class Matrix:
    def __init__(self, *rows):
        self.rows = [list(row) for row in rows]

    def __matmul__(self, other):
        if not isinstance(other, Matrix):
            return NotImplemented
        if len(self.rows[0]) != len(other.rows):
            raise ValueError(f"shapes {self.shape} and {other.shape} do not fit")
        columns = list(zip(*other.rows))
        return Matrix(*([sum(a * b for a, b in zip(row, column)) for column in columns] for row in self.rows))

    def __rmatmul__(self, other):
        if isinstance(other, list):
            return Matrix(other) @ self
        return NotImplemented

    def __imatmul__(self, other):
        self.rows = (self @ other).rows
        return self

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    def __repr__(self):
        return f"Matrix{tuple(self.rows)}"


a, b = Matrix([1, 2], [3, 4]), Matrix([0, 1], [1, 0])
print(a @ b, b @ a, a @ b @ a)
print([5, 6] @ a)
c = a
c @= b
print(c, c is a)
print(-2 + 3 * a.shape[0], (a @ b).shape, a @ Matrix([1], [1]))
for left, right in ((1, 2), ([1], [2]), (a, 3), (3, a), (a, [1, 2]), ("a", b), (a, Matrix([1, 2, 3]))):
    try:
        print(left @ right)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
x = 3
try:
    x @= 4
except TypeError as error:
    print(error)
a @ a @ Matrix([1, 1])
