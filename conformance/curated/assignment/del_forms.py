# ---
# id: assignment/del_forms
# desc: del of names, items, slices and nested targets, and using a deleted name, uncaught.
# ref: 7.5
# features: [del, subscript, scope, traceback, caret, suggestion]
# ---
a, b, c, d, e = range(5)
del a
del b, (c, [d])
for name in ("a", "b", "c", "d", "e"):
    print(name, name in globals())
table = {"x": {"y": [1, 2, 3, 4]}}
del table["x"]["y"][::2]
print(table)
del table["x"]["y"][0], table["x"]["y"]
print(table)
try:
    del table["missing"]
except KeyError as error:
    print("KeyError", error)
try:
    del a
except NameError as error:
    print(error)


def local():
    value = 1
    del value
    try:
        del value
    except UnboundLocalError as error:
        print(error)
    value = 2
    return value


print(local())
del (e)
print(e)
