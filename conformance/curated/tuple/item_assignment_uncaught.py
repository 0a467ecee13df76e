# ---
# id: tuple/item_assignment_uncaught
# desc: Storing into a tuple fails, but an in-place addition to a list inside it has already happened.
# ref: 7.2.1
# features: [tuple, list, augmented, traceback, caret]
# ---
box = ([1], "x")
try:
    box[0] += [2]
except TypeError as error:
    print("caught:", error)
print(box)
box[0].append(3)
print(box)
try:
    del box[0]
except TypeError as error:
    print("caught:", error)
table = {box[1]: box}
print(table["x"][0])
alias = box
alias += (4,)
print(alias, box)
table["x"][1] = "y"
