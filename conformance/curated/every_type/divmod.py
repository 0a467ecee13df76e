# ---
# id: every_type/divmod
# desc: The expression divmod(value, 2) for a value of every builtin type, result or error text.
# ref: functions#divmod
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


def outcome(value):
    try:
        result = divmod(value, 2)
    except Exception as error:
        return type(error).__name__ + ": " + str(error)
    return type(result).__name__ + " " + repr(result)


for value in values + [0, -1, 2**65, "", b"7", "12", [], [[1, 2]], {}, float("nan"), len]:
    print(repr(value), "->", outcome(value))
