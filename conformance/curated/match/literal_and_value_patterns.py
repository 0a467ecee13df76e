# ---
# id: match/literal_and_value_patterns
# desc: Literals compare by equality or identity, dotted names by value; a bare name captures.
# ref: 8.6.4
# features: [match]
# ---
class Colour:
    RED = "red"
    LIMIT = 10


class Deep:
    colour = Colour


def describe(value):
    match value:
        case 0:
            return "zero"
        case -1:
            return "minus one"
        case 1.5 | -2.5:
            return "float"
        case 3 + 4j:
            return "complex sum"
        case -2 - 1j | 5j:
            return "complex"
        case "text":
            return "str"
        case "joined " "text":
            return "joined"
        case b"bytes":
            return "bytes"
        case True:
            return "True"
        case None:
            return "None"
        case Colour.RED:
            return "red"
        case Deep.colour.LIMIT:
            return "limit"
        case """triple
line""":
            return "triple"
        case other:
            return f"other {other!r}"


for value in (
    0, 0.0, False, True, 1, -1, -1.0, 1.5, -2.5, 3 + 4j, -2 - 1j, 5j, "text", "joined text", b"bytes", "bytes",
):
    print(repr(value), describe(value))
for value in (None, "red", 10, 10.0, "triple\nline", [], "RED", NotImplemented):
    print(repr(value), describe(value))
Colour.RED = "changed"
print(describe("red"), describe("changed"))


class Any:
    def __eq__(self, other):
        print("eq", repr(other), end=" ")
        return other == "text"


print(describe(Any()))
del Colour.LIMIT
print(describe("text"))
describe("nothing like it")
