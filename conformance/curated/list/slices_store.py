# ---
# id: list/slices_store
# desc: Assigning to slices grows, shrinks and replaces, and extended slices must fit.
# ref: 7.2
# features: [list, slice, assignment, exception]
# ---
items = list(range(8))
items[2:4] = ["a", "b", "c"]
print(items)
items[:0] = "xy"
print(items)
items[len(items):] = [items[0]]
print(items)
items[5:1] = ["between"]
print(items)
items[::2] = [None] * len(items[::2])
print(items)
items[::-1] = range(len(items))
print(items)
items[1:-1] = []
print(items)
items[:] = (n * n for n in range(5))
print(items)
items[1:3] = items
print(items)
for bad in (lambda: items.__setitem__(slice(None, None, 2), [1]), lambda: items.__setitem__(slice(0, 2), 5)):
    try:
        bad()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
items[::3] = [1, 2, 3, 4, 5]
