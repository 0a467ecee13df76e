# ---
# id: tuple/methods_and_operators
# desc: Tuples: display, count, index, slices, repetition, comparison and error texts.
# ref: stdtypes#tuples
# features: [tuple, method, exception]
# ---
empty = ()
single = 1,
point = (3, 4, 3)
print(empty, single, point, ((),), (1, (2, (3,))))
print(point.count(3), point.index(4), point.index(3, 1), point[::-1], point * 2, 0 * point)
print(point + single, (1, 2) < (1, 3), (1, 2) < (1,), () < (0,), (1, "a") == (1.0, "a"))
print(tuple("ab"), tuple(), tuple({"k": 1}), tuple(i for i in range(3)))
for attempt in (
    lambda: point.index(9),
    lambda: point[3],
    lambda: point["x"],
    lambda: point + [1],
    lambda: point.append(1),
    lambda: tuple(1),
    lambda: tuple([1], [2]),
    lambda: point.count(),
    lambda: point * "a",
    lambda: (1, "a") < (1, 2),
):
    try:
        print(attempt())
    except (TypeError, ValueError, IndexError, AttributeError) as error:
        print(type(error).__name__, error)
