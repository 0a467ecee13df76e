# ---
# id: special_methods/and_or_xor
# desc: __and__, __or__ and __xor__ with their reflected and in-place forms; the keywords and/or never ask them.
# ref: 3.3.8
# features: [special_method, bitwise]
# ---
class Query:
    def __init__(self, text):
        self.text = text

    def __and__(self, other):
        return Query(f"({self} AND {other})")

    def __or__(self, other):
        return Query(f"({self} OR {other})")

    def __xor__(self, other):
        return Query(f"({self} XOR {other})")

    def __rand__(self, other):
        return Query(f"({other} RAND {self})")

    def __ror__(self, other):
        return Query(f"({other} ROR {self})")

    def __rxor__(self, other):
        return Query(f"({other} RXOR {self})")

    def __iand__(self, other):
        self.text += f" IAND {other}"
        return self

    def __ior__(self, other):
        return "replaced by ior"

    def __invert__(self):
        return Query(f"NOT {self}")

    def __str__(self):
        return self.text


a, b, c = Query("a"), Query("b"), Query("c")
print(a & b | c ^ ~a, "|", a | b & c, "|", ~(a ^ b))
print(1 & a, "|", {2} | a, "|", True ^ a, "|", {"k": 1} | a, "|", int | a)
print(a and b, a or b, not a)
d = a
d &= b
print(d, d is a)
d |= c
print(d)
e = c
e ^= b
print(e, c)


class Bits:
    def __init__(self, *names):
        self.names = frozenset(names)

    def __or__(self, other):
        return Bits(*(self.names | other.names)) if isinstance(other, Bits) else NotImplemented


print(sorted((Bits("x") | Bits("y", "x")).names))
for action in (lambda: Bits("x") | 5, lambda: 5 | Bits("x"), lambda: Bits("x") & Bits("y"), lambda: None ^ Bits("z")):
    try:
        print(action())
    except TypeError as error:
        print(error)
flags = Bits("p")
flags &= Bits("q")
