# ---
# id: augmented/shift_left_every_pair
# desc: The statement x <<= y for a value of every builtin type on both sides, and whether x is still the same object.
# ref: 7.2.1
# features: [augmented, identity, int, float, bool, none, str, bytes, list, tuple, dict, set, frozenset, range, slice, ellipsis]
# ---
def fresh():
    return [
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


def outcome(target, value):
    alias = target
    try:
        target <<= value
    except Exception as error:
        return type(error).__name__ + ": " + str(error)
    kind = type(target)
    if kind in (list, dict, set):
        return repr(target) + (" same object" if alias is target else " new object")
    return kind.__name__ + " " + repr(target)


for i in range(14):
    for j in range(14):
        target, value = fresh()[i], fresh()[j]
        print(repr(target), "<<=", repr(value), "->", outcome(target, value))
