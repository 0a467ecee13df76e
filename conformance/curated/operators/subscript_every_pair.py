# ---
# id: operators/subscript_every_pair
# desc: Subscription of a value of every builtin type with a key of every builtin type.
# ref: 6.3.2
# features: [subscript, int, float, bool, none, str, bytes, list, tuple, dict, set, frozenset, range, slice, ellipsis]
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
keys = values + [0, -1, -2, slice(None), slice(None, None, -1)]


def outcome(container, key):
    try:
        result = container[key]
    except Exception as error:
        return type(error).__name__ + ": " + str(error)
    return repr(result)


for container in values:
    print(repr(container), "[...]")
    for key in keys:
        print("   ", repr(key), "->", outcome(container, key))
