# ---
# id: traceback/caret_not_callable
# desc: Calling what is no function is marked, with a hint where a comma may be missing.
# ref: 6.3.4
# features: [traceback, caret, exception, function, warning]
# ---
values = [1, 2, 3]


def sizes(table):
    return [len(row) for row in table]


print(sizes(["ab", "c"]))
for thing in (5, "text", None, [], {}, (), ..., 2.5, True):
    try:
        thing()
    except TypeError as error:
        print(error)
try:
    sizes(values)
except TypeError as error:
    print(error)
len = 3
print(len + 1)
print(sizes(["shadowed"]))
