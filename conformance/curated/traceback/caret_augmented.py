# ---
# id: traceback/caret_augmented
# desc: A failing augmented assignment is marked from target to value.
# ref: 7.2.1
# features: [traceback, caret, exception, augmented]
# ---
inventory = {"apples": 3, "pears": 0}
log = []


def take(name, count):
    inventory[name] -= count
    log.append(name)
    return inventory[name]


def average(name, people):
    share = inventory[name]
    share /= people
    return share


print(take("apples", 1), average("apples", 2))
print(take("pears", -4), log)
print(average("pears", 8), inventory)
average("apples", len(inventory) - 2)
