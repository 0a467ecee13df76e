# ---
# id: every_type/unpack_two
# desc: The expression unpack_two(value) for a value of every builtin type, result or error text.
# ref: 7.2
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


def unpack_two(value):
    first, second = value
    return first, second


def outcome(value):
    try:
        result = unpack_two(value)
    except Exception as error:
        return type(error).__name__ + ": " + str(error)
    return type(result).__name__ + " " + repr(result)


for value in values + [0, -1, 2**65, "", b"7", "12", [], [[1, 2]], {}, float("nan"), len]:
    print(repr(value), "->", outcome(value))
