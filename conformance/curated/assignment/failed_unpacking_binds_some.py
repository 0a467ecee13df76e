# ---
# id: assignment/failed_unpacking_binds_some
# desc: Targets before the failing one stay assigned when an unpacking fails half-way.
# ref: 7.2
# features: [unpacking, assignment, exception, traceback, caret]
# ---
box = {}
items = [0, 0]
try:
    box["a"], items[5], box["b"] = 1, 2, 3
except IndexError as error:
    print(error, box, items)
try:
    box["c"], (box["d"], box["e"]), box["f"] = "x", "y", "z"
except ValueError as error:
    print(error, box)
source = iter([1, 2, 3, 4])
try:
    first, second = source
except ValueError as error:
    print(error, list(source))
try:
    name_one, name_two = [1]
except ValueError:
    pass
try:
    print(name_one)
except NameError as error:
    print(error)
box["g"], items["key"] = "kept", "lost"
