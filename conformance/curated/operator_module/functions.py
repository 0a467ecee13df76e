# ---
# id: operator_module/functions
# desc: The functions of operator on builtin and user values, with their in-place forms and errors.
# ref: operator
# features: [operator_module]
# ---
import operator as op


class Vector:
    def __init__(self, *parts):
        self.parts = list(parts)

    def __add__(self, other):
        return Vector(*(a + b for a, b in zip(self.parts, other.parts)))

    def __iadd__(self, other):
        self.parts = [a + b for a, b in zip(self.parts, other.parts)]
        return self

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self.parts, other.parts))

    def __index__(self):
        return len(self.parts)

    def __bool__(self):
        return any(self.parts)

    def __call__(self, *args):
        return args, self.parts

    def __repr__(self):
        return f"V{self.parts}"


v, w = Vector(1, 2), Vector(3, 4)
print(op.add(v, w), op.matmul(v, w), op.index(v), op.truth(Vector(0)), op.not_(v), op.call(v, 5), v is op.iadd(v, w), v)
print(
    op.add(2, 3), op.sub(2, 3), op.mul("a", 3), op.truediv(7, 2), op.floordiv(-7, 2), op.mod(-7, 3), op.pow(2, 10),
    op.neg(5), op.pos(-5), op.inv(5), op.abs(-3),
)
print(
    op.and_(6, 3), op.or_(6, 3), op.xor(6, 3), op.lshift(1, 4), op.rshift(256, 4), op.concat("a", "b"),
    op.contains([1, 2], 2), op.countOf([1, 2, 1], 1), op.indexOf("abc", "c"),
)
print(
    op.eq(1, 1.0), op.ne(1, 2), op.lt(1, 2), op.le(2, 2), op.gt("b", "a"), op.ge([1], [1, 0]), op.is_(None, None),
    op.is_not(1, None), op.is_none(None), op.is_not_none(0),
)
data = [1, 2, 3]
op.setitem(data, 0, "x"), op.delitem(data, 1)
print(
    data, op.getitem(data, -1), op.getitem("abc", slice(1, None)), op.iconcat(data, [9]) is data,
    op.imul(data, 2) is data, data,
)
print(
    [f(12, 5) for f in (op.iadd, op.isub, op.imul, op.ifloordiv, op.imod, op.ipow, op.ior, op.iand, op.ixor, op.ilshift)],
    op.length_hint([1, 2]),
)
print(
    op.__add__ is op.add, op.add.__name__, op.itruediv(1, 4), sorted([3, 1, 2], key=op.neg),
    list(map(op.mul, [1, 2], [3, 4])),
)
for bad in (
    lambda: op.add(1),
    lambda: op.add(1, "x"),
    lambda: op.concat(1, 2),
    lambda: op.index(1.5),
    lambda: op.indexOf([1], 9),
    lambda: op.getitem([], 0),
    lambda: op.contains(5, 1),
    lambda: op.delitem((), 0),
    lambda: op.pow(2, 3, 4),
    lambda: op.call(),
    lambda: op.call(5),
    lambda: op.countOf(5, 1),
    lambda: op.neg("x"),
    lambda: op.not_(),
):
    try:
        print(bad())
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
op.truediv(v, 0)
