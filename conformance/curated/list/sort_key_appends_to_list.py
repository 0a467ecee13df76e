# ---
# id: list/sort_key_appends_to_list
# desc: list.sort hides the items while it runs, so a key function that appends makes it fail with ValueError.
# ref: stdtypes#list.sort
# features: [list, sort, lambda, exception]
# ---
items = [3, 1, 2]
seen = []


def key(value):
    seen.append((value, len(items)))
    items.append(value * 10)
    return value


try:
    items.sort(key=key)
except ValueError as error:
    print("ValueError:", error)
print(seen)
print(items)
items = [3, 1, 2]
items.sort(key=lambda value: -value)
print(items)
