# ---
# id: match/as_patterns
# desc: as binds what its pattern matched, at any depth, even the whole subject.
# ref: 8.6.4.2
# features: [match]
# ---
def analyse(node):
    match node:
        case ("+" | "-" as op, int() as left, int() as right):
            return f"{op} of {left} and {right}"
        case ("neg", (str() as inner_op, *_) as inner):
            return f"neg of {inner_op} in {inner}"
        case [*items] as whole if len(whole) > 3:
            return f"long {whole is node} {items is node}"
        case {"k": [_, _] as pair, **rest} as mapping:
            return f"{pair} {rest} {mapping is node}"
        case ((1 | 2) as small) | ((30 | 40) as small):
            return f"small {small}"
        case str() | bytes() as text:
            return f"text {text}"
        case (x, y) as p:
            return f"pair {x} {y} {p}"
        case _ as anything if False:
            return "never"
        case anything:
            return f"anything {anything}"


for node in (
    ("+", 1, 2), ("-", 3, 4), ("neg", ("+", 1, 2)), [1, 2, 3, 4], (1, 2, 3, 4), {"k": [1, 2], "x": 3}, 2, 40, "s", b"b",
    (5, 6), None,
):
    print(analyse(node))
match [[1, [2, 3]], 4]:
    case [[_, [*deep] as inner] as middle, last] as outer:
        print(deep, inner, middle, last, outer, deep is inner)
for source in (
    "case _ as x: pass",
    "case x as _: pass",
    "case 1 as x.y: pass",
    "case 1 as x[0]: pass",
    "case 1 as 2: pass",
    "case x as x: pass",
    "case [x as y, x]: pass",
    "case 1 as (x): pass",
    "case int() as x as y: pass",
):
    try:
        compile(f"match v:\n    {source}\n    case _: pass", "case", "exec")
        print("fine", source)
    except SyntaxError as error:
        print(source, "|", error.msg, error.offset)
analyse(("neg", ("x",)))[1](2)
