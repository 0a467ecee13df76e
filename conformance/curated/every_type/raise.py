# ---
# id: every_type/raise
# desc: raise with a value of every builtin type.
# ref: 7.8
# features: [builtins, int, float, bool, none, str, bytes, list, tuple, dict, set, frozenset, range, slice, ellipsis]
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


def raise_it(value):
    raise value


def outcome(value):
    try:
        result = raise_it(value)
    except Exception as error:
        return type(error).__name__ + ": " + str(error)
    return type(result).__name__ + " " + repr(result)


for value in values + [0, -1, 2**65, "", b"7", "12", [], [[1, 2]], {}, float("nan"), len, KeyError]:
    print(repr(value), "->", outcome(value))
