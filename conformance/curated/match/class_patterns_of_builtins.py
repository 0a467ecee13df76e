# ---
# id: match/class_patterns_of_builtins
# desc: int(x), str(x) and the other builtin classes take one positional pattern that is the value itself.
# ref: 8.6.4.10
# features: [match, type]
# ---
def kind(value):
    match value:
        case bool(b):
            return f"bool {b}"
        case int(0) | float(0.0):
            return "zero"
        case int(n) if n < 0:
            return f"negative {n}"
        case int(n) | float(n):
            return f"number {n}"
        case str(""):
            return "empty str"
        case str() as text:
            return f"str {text}"
        case bytes(b"x") | bytearray(b"x"):
            return "x bytes"
        case list([a, *_]):
            return f"list from {a}"
        case tuple((x, y)):
            return f"pair {x} {y}"
        case dict({"k": v}):
            return f"dict k={v}"
        case set(s) | frozenset(s):
            return f"set {sorted(s)}"
        case dict() | list() | tuple():
            return "container " + type(value).__name__
        case type(__name__=name):
            return f"class {name}"
        case complex(real=r, imag=i):
            return f"complex {r} {i}"
        case BaseException(args=(message,)):
            return f"error {message}"
        case range(start=a, stop=b):
            return f"range {a} {b}"
        case object(__class__=cls):
            return f"object of {cls.__name__}"


values = (
    True, 0, 0.0, -5, 7, 2.5, "", "abc", b"x", bytearray(b"x"), b"y", [1, 2], [], (1, 2), (1,), {"k": 1}, {}, {3, 1},
)
for value in (*values, frozenset([2]), int, 1 + 2j, ValueError("bad"), KeyError(), range(2, 9), None, ..., len):
    print(kind(value))


class Text(str):
    pass


print(kind(Text("sub")), kind(Text()))


def too_many(value):
    match value:
        case int(a, b):
            return a


print(too_many("not an int"))
too_many(5)
