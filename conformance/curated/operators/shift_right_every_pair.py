# ---
# id: operators/shift_right_every_pair
# desc: The operator >> between a value of every builtin type and one of every other, results and error texts.
# ref: 6.8
# features: [bitwise, int, float, bool, none, str, bytes, list, tuple, dict, set, frozenset, range, slice, ellipsis]
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


def outcome(left, right):
    try:
        result = left >> right
    except Exception as error:
        return type(error).__name__ + ": " + str(error)
    return type(result).__name__ + " " + repr(result)


for left in values:
    print(repr(left), ">> ...")
    for right in values:
        print("   ", repr(right), "->", outcome(left, right))
