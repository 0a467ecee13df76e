# ---
# id: del/slices_and_iteration
# desc: Deleting slices of every step, while iterating, and in user classes.
# ref: 7.5
# features: [del, slice, list]
# ---
def after(data, *keys):
    data = list(data)
    for key in keys:
        del data[key]
    return data


r = range(10)
for key in (
    slice(None), slice(2, 5), slice(None, None, 2), slice(None, None, -1), slice(8, 2, -3), slice(5, 2),
    slice(-3, None), slice(20, 30), slice(1, 100, 4), slice(9, None, -2),
):
    print(key, after(r, key))
print(after(r, 0, 0, -1, slice(1, 3)))
data = [1, 2, 2, 3, 2, 4]
for item in data:
    if item == 2:
        del data[data.index(2)]
print(data)
data = list(range(6))
for index in range(len(data) - 1, -1, -1):
    if data[index] % 2:
        del data[index]
print(data)
table = {n: n * n for n in range(5)}
for key in list(table):
    if key % 2:
        del table[key]
print(table)
try:
    for key in table:
        del table[key]
except RuntimeError as error:
    print(error, table)
buffer = bytearray(b"hello world")
del buffer[0], buffer[-3:], buffer[::2]
print(buffer)
for bad in (
    lambda: after([1], 5),
    lambda: after([1], "x"),
    lambda: after([1], slice(0, 1, 0)),
    lambda: after([1], None),
    lambda: after([1], slice("a", None)),
):
    try:
        print(bad())
    except (IndexError, TypeError, ValueError) as error:
        print(type(error).__name__, error)


class Sparse:
    def __init__(self, **cells):
        self.cells = cells

    def __delitem__(self, key):
        match key:
            case str():
                del self.cells[key]
            case slice(start=str(first), stop=str(last)):
                for name in [n for n in self.cells if first <= n < last]:
                    del self[name]
            case (*names,):
                for name in names:
                    del self[name]


sparse = Sparse(a=1, b=2, c=3, d=4, e=5)
del sparse["b":"d"]
print(sparse.cells)
del sparse["a", "e"]
print(sparse.cells)
del sparse["a"]
