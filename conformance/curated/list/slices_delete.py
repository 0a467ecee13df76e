# ---
# id: list/slices_delete
# desc: del of indices and slices, extended ones too, and the errors of bad ones.
# ref: 7.5
# features: [list, slice, del, exception]
# ---
items = list(range(12))
del items[0], items[-1]
print(items)
del items[2:4]
print(items)
del items[::3]
print(items)
del items[::-2]
print(items)
del items[10:20]
print(items)
del items[:]
print(items)
for index in (0, -1, "a", None, 1.0):
    try:
        del items[index]
    except (IndexError, TypeError) as error:
        print(index, type(error).__name__, error)
nested = [[1, 2], [3, 4]]
del nested[0][1], nested[1][:1]
print(nested)
del (nested[0]), [nested[0][0]]
print(nested)
