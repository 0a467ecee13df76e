# ---
# id: programs/matrix_class
# desc: A matrix with the whole number protocol, slices, determinants, and powers.
# ref: tutorial/classes
# features: [class, special_method]
# ---
class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("rows of different lengths")

    @classmethod
    def identity(cls, n):
        return cls([int(i == j) for j in range(n)] for i in range(n))

    @classmethod
    def parse(cls, text):
        return cls([int(cell) for cell in row.split()] for row in text.strip().splitlines())

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __getitem__(self, key):
        match key:
            case int(i), int(j):
                return self.rows[i][j]
            case (slice() as i), (slice() as j):
                return Matrix(row[j] for row in self.rows[i])
            case int(i):
                return self.rows[i]
        raise TypeError(f"bad index {key!r}")

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = value

    def _map(self, other, function):
        if isinstance(other, Matrix):
            if self.shape != other.shape:
                raise ValueError(f"{self.shape} and {other.shape} differ")
            return Matrix([function(a, b) for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows))
        if isinstance(other, (int, float)):
            return Matrix([function(a, other) for a in row] for row in self.rows)
        return NotImplemented

    def __add__(self, other):
        return self._map(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._map(other, lambda a, b: a - b)

    def __mul__(self, other):
        return self._map(other, lambda a, b: a * b)

    __radd__, __rmul__ = __add__, __mul__

    def __neg__(self):
        return self * -1

    def __matmul__(self, other):
        if not isinstance(other, Matrix):
            return NotImplemented
        return Matrix([sum(a * b for a, b in zip(row, column)) for column in zip(*other.rows)] for row in self.rows)

    def __pow__(self, exponent):
        result, base = Matrix.identity(len(self.rows)), self
        while exponent:
            if exponent & 1:
                result @= base
            base, exponent = base @ base, exponent >> 1
        return result

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def __iter__(self):
        return (cell for row in self.rows for cell in row)

    def __abs__(self):
        return self.determinant()

    def determinant(self):
        if self.shape == (1, 1):
            return self[0, 0]
        return sum((-1) ** j * self[0, j] * self.minor(j).determinant() for j in range(self.shape[1]))

    def minor(self, column):
        return Matrix(row[:column] + row[column + 1 :] for row in self.rows[1:])

    def __str__(self):
        width = max(len(str(cell)) for cell in self)
        return "\n".join(" ".join(f"{cell:>{width}}" for cell in row) for row in self.rows)

    def __repr__(self):
        return f"Matrix({self.rows})"


a = Matrix.parse("1 2\n3 4")
b = Matrix([[0, 1], [1, 0]])
print(a + b, a - 1, 2 * a, a * b, -a, a @ b, a.T, sep="\n")
print(a**10, abs(a), a == a.T.T, a != b, a.shape, list(a), sum(a), max(a), 4 in a)
print(Matrix([[1, 1], [1, 0]]) ** 30, abs(Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 4]])))
big = Matrix([i * 4 + j for j in range(4)] for i in range(4))
print(big, big[1:3, ::2], big[0], big[2, 3], sep="\n")
big[0, 0] = 100
print(big[0, 0], Matrix.identity(2) @ a == a)
for action in (
    lambda: a + big, lambda: a @ 5, lambda: Matrix([[1], [2, 3]]), lambda: a["x"], lambda: a + "x", lambda: a < b,
    lambda: hash(a),
):
    try:
        print(action())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
a @ Matrix([[1, 2, 3], [4, 5]])
