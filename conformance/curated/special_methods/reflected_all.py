# ---
# id: special_methods/reflected_all
# desc: Every reflected method against values of builtin types and against objects that decline.
# ref: 3.3.8
# features: [special_method, arithmetic]
# ---
signs = {
    "+": "add", "-": "sub", "*": "mul", "@": "matmul", "/": "truediv", "//": "floordiv", "%": "mod", "**": "pow",
    "<<": "lshift", ">>": "rshift", "&": "and", "^": "xor", "|": "or",
}


def reflected(name):
    return lambda self, other: f"r{name}({type(other).__name__})"


def declines(self, other):
    return NotImplemented


Right = type("Right", (), {f"__r{name}__": reflected(name) for name in signs.values()})
Left = type("Left", (), {f"__{name}__": declines for name in signs.values()})
Both = type("Both", (Left,), {f"__r{name}__": declines for name in signs.values()})
right = Right()
for sign, name in signs.items():
    answers = []
    for left in (
        1, True, 1.5, 2j, "text", b"bytes", [1], (1,), {"k": 1}, {1}, frozenset(), None, range(2), ..., len, int,
        Left(),
    ):
        try:
            answer = eval(f"left {sign} right")
        except TypeError as error:
            answer = f"{type(error).__name__} {error}"
        answers.append(answer)
    print(sign, *answers)
    for a, b in ((Left(), Both()), (Both(), Left()), (Right(), 1), (1, Left())):
        try:
            print(eval(f"a {sign} b"))
        except TypeError as error:
            print(error)


class IntSub(int):
    def __radd__(self, other):
        return ("IntSub.radd", other)

    def __rmul__(self, other):
        return ("IntSub.rmul", other)

    def __sub__(self, other):
        return ("IntSub.sub", other)


class StrSub(str):
    def __radd__(self, other):
        return "StrSub.radd " + str(other)

    def __rmod__(self, other):
        return "StrSub.rmod " + other


class ListSub(list):
    def __radd__(self, other):
        return ("ListSub.radd", other)

    def __rmul__(self, other):
        return "ListSub.rmul"


print(1 + IntSub(2), 1.5 + IntSub(2), True * IntSub(3), 5 - IntSub(2), IntSub(5) - 2, "ab" * IntSub(2), [0] * IntSub(2))
print(
    "a" + StrSub("b"), "%s" % StrSub("x"), StrSub("%s") % "y", 5 + StrSub("z"), [1] + ListSub([2]),
    ListSub([1]) + [2], 2 * ListSub([0]),
)
divmod("left", right)
