# ---
# id: list/mutation_while_iterating
# desc: A for loop over a list reads by index, so changes during the loop are seen.
# ref: 8.3
# features: [list, for, iterator]
# ---
items = [1, 2, 3, 4, 5, 6]
for item in items:
    if item % 2:
        items.remove(item)
print(items)
items = [1, 2, 3]
for item in items:
    if len(items) < 8:
        items.append(item * 10)
print(items)
seen = []
items = list("abcde")
for item in items:
    seen.append(item)
    items.insert(0, item.upper()) if len(items) < 7 else items.pop()
print(seen, items)
iterator = iter([1, 2])
print(list(iterator), list(iterator))
items = [1]
iterator = iter(items)
print(next(iterator), next(iterator, "end"))
items.append(2)
print(next(iterator, "still end"))
backwards = reversed(items)
items.append(3)
print(list(backwards))
