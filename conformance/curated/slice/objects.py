# ---
# id: slice/objects
# desc: slice objects: their parts, indices(), comparison, hash and repr.
# ref: functions#slice
# features: [slice, method, exception, hash]
# ---
parts = slice(1, 10, 2)
print(parts, parts.start, parts.stop, parts.step, slice(5), slice(None), slice("a", [], {}))
print(parts.indices(5), slice(None, None, -1).indices(5), slice(-3, None).indices(10), slice(100, -100, -7).indices(20))
print("abcdefghijkl"[parts], [0, 1, 2, 3][slice(-2, None)], (1, 2, 3)[slice(None)])
print(slice(1, 2) == slice(1, 2), slice(1) == slice(None, 1), slice(1, 2) < slice(1, 3), slice(1) != slice(2))
print(hash(slice(1, 2)) == hash(slice(1, 2)), {slice(1): "first"}[slice(1)], isinstance(parts, slice))
for attempt in (
    lambda: slice(),
    lambda: slice(1, 2, 3, 4),
    lambda: parts.indices(-1),
    lambda: parts.indices("a"),
    lambda: slice(1, 2, 0).indices(5),
    lambda: slice("a").indices(5),
    lambda: hash(slice([])),
    lambda: slice(1) < 2,
    lambda: parts.length,
):
    try:
        print(attempt())
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
parts.start = 3
