# ---
# id: list/sort_order_of_comparisons
# desc: A failing comparison in the middle of a sort leaves a permutation of the items behind.
# ref: stdtypes#list.sort
# features: [list, sort, exception, try]
# ---
items = [5, 2, 9, "x", 1, 7]
try:
    items.sort()
except TypeError as error:
    print(error)
print(items)
items = [3, 2, 1, None]
try:
    items.sort()
except TypeError as error:
    print(error)
print(items)
try:
    sorted([(1, "a"), (1, 2)])
except TypeError as error:
    print(error)
try:
    sorted([1, 2], lambda value: value)
except TypeError as error:
    print(error)
try:
    sorted([1, 2], reverse="no")
except TypeError as error:
    print(error)
[[1, "a"], [1, {}]].sort()
