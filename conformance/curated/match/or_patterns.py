# ---
# id: match/or_patterns
# desc: Alternatives are tried left to right and bind the same names.
# ref: 8.6.4.1
# features: [match]
# ---
def parse(command):
    match command.split():
        case ["quit" | "exit" | "q"]:
            return "bye"
        case ["go" | "walk", ("north" | "south" | "east" | "west") as direction]:
            return f"going {direction}"
        case ["go", ("n" | "s" | "e" | "w") as short, *rest] | ["run", short, *rest]:
            return f"short {short} {rest}"
        case ["get" | "take" as verb, item] | ["pick", "up" as verb, item]:
            return f"{verb}: {item}"
        case [] | [""]:
            return "nothing"
        case [unknown, *_]:
            return f"unknown {unknown}"


for text in ("quit", "q", "go north", "walk west", "go n fast", "run x", "take lamp", "pick up lamp", "", "dance"):
    print(repr(text), parse(text))


class Loud:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        print(f"{self.name}?{other}", end=" ")
        return other == "third"


class Names:
    A, B, C = "first", "second", "third"


match Loud("subject"):
    case Names.A | Names.B | Names.C | "fourth":
        print("found")


def partly(value):
    match value:
        case (x, 1) | (1, x):
            return x
        case ((x, y), 2) | ((y, x, _), 3) | (2, x, y):
            return x, y


print(
    partly((5, 1)), partly((1, 6)), partly(((1, 2), 2)), partly(((1, 2, 3), 3)), partly((2, 8, 9)),
    partly(((1, 2), 3)),
)
for source in (
    "case 1 | x: pass",
    "case x | 1: pass",
    "case (x, 1) | (y, 1): pass",
    "case _ | 1: pass",
    "case [x] | {'k': x, 'l': y}: pass",
    "case x | x: pass",
    "case 1 | 2 as x | 3: pass",
    "case (1 as x) | (2 as x): pass",
):
    try:
        compile(f"match v:\n    {source}", "case", "exec")
        print("fine", source)
    except SyntaxError as error:
        print(source, "|", error.msg, error.lineno, error.offset)
partly((1, 1))[0]
