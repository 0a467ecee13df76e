# ---
# id: list/methods_success
# desc: Every method of list with arguments of each shape, shown after each call.
# ref: stdtypes#mutable-sequence-types
# features: [list, method]
# ---
items = [1, 2]
print(items.append(3), items)
print(items.extend("ab"), items)
print(items.extend(range(2)), items)
print(items.insert(0, "first"), items)
print(items.insert(-1, "before last"), items)
print(items.insert(100, "end"), items)
print(items.insert(-100, "start"), items)
print(items.pop(), items.pop(0), items.pop(-2), items)
print(items.remove("a"), items)
print(items.index(2), items.index("b", 1), items.index(1, -8), items.count(1), items.count("z"))
print(items.reverse(), items)
copy = items.copy()
copy.append(copy)
print(len(copy), copy[-1] is copy, copy)
print(items.clear(), items)
items.extend(items)
items += (1, 2)
items.extend(items)
print(items, items.count(1))
