# ---
# id: operators/plus_every_type
# desc: The unary operator + on a value of every builtin type, twice over where it works.
# ref: 6.6
# features: [arithmetic, int, float, bool, none, str, bytes, list, tuple, dict, set, frozenset, range, slice, ellipsis]
# ---
values = [
    3,
    2.5,
    True,
    None,
    "ab",
    b"cd",
    [1, 2],
    (3, 4),
    {"k": 1},
    {5},
    frozenset({6}),
    range(3),
    slice(1, 4),
    ...,
]
values += [0, -7, 0.0, -0.0, False, "", b"", [], (), {}, set(), range(0), 2**70, -(2**70)]


def outcome(operand):
    try:
        once = +operand
        twice = +(+operand)
    except Exception as error:
        return type(error).__name__ + ": " + str(error)
    return repr(once) + " " + repr(twice)


for operand in values:
    print(type(operand).__name__, repr(operand), "->", outcome(operand))
