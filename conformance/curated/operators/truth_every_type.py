# ---
# id: operators/truth_every_type
# desc: The truth of empty and full values of every builtin type in if, while, and, or, not and bool.
# ref: 6.11
# features: [boolean_operators, if, while, conditional, int, float, bool, none, str, bytes, list, tuple, dict, set, frozenset, range, slice, ellipsis]
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
values += [0, 0.0, -0.0, False, "", b"", [], (), {}, set(), frozenset(), range(0), slice(0), float("nan"), len, int]


def via_if(value):
    if value:
        return True
    return False


def via_while(value):
    while value:
        return True
    return False


for value in values:
    answers = [via_if(value), via_while(value), bool(value), not not value, True if value else False]
    print(type(value).__name__, repr(value), answers)
    print("   ", value and "right", "|", value or "right")
    assert answers.count(answers[0]) == 5
