# ---
# id: list/slices_read
# desc: Reading slices with every combination of missing, negative and too large bounds and steps.
# ref: 6.3.3
# features: [list, slice, subscript]
# ---
items = list("abcdefg")
bounds = [None, 0, 2, -2, 7, 50, -50]
for start in bounds:
    for stop in bounds:
        row = []
        for step in (None, 2, -1, -3):
            row.append("".join(items[start:stop:step]))
        print(start, stop, row)
print(items[:], items[::], items[::-1], items[-3:], items[:-3], items[5:2], items[5:2:-1])
print(items[True:False + 3], items[2**70:], items[-(2**70):2])
try:
    items[::0]
except ValueError as error:
    print(error)
try:
    items["a":]
except TypeError as error:
    print(error)
print(items[1.5:2])
