# ---
# id: operators/subscript_store_every_pair
# desc: Assignment to and deletion of container[key] for every builtin container and key type.
# ref: 7.2
# features: [subscript, del, assignment, int, float, bool, none, str, bytes, list, tuple, dict, set, frozenset, range, slice, ellipsis]
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


def outcome(container, key, store):
    try:
        if store:
            container[key] = "new"
        else:
            del container[key]
    except Exception as error:
        return type(error).__name__ + ": " + str(error)
    return repr(container)


for i in range(14):
    for key in fresh() + [0, -1]:
        print(repr(fresh()[i]), repr(key))
        print("    store", outcome(fresh()[i], key, True))
        print("    del  ", outcome(fresh()[i], key, False))
