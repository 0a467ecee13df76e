# ---
# id: list/store_index_error_uncaught
# desc: Storing past the end of a list is an uncaught IndexError of its own text.
# ref: 7.2
# features: [list, subscript, assignment, traceback, caret]
# ---
def fill(target, count, value):
    for index in range(count):
        target[index] = value(index)
    return target


slots = [None] * 5
print(fill(slots, 5, lambda index: index * index))
print(slots[-1], slots[-5])
slots[-1] = "last"
slots[0] += 7
print(slots)
try:
    slots[-6] = 1
except IndexError as error:
    print("caught", error.args)
fill(slots, 6, str)
