# ---
# id: list/method_errors
# desc: The error texts of list methods called wrongly.
# ref: stdtypes#mutable-sequence-types
# features: [list, method, exception]
# ---
attempts = {
    "append()": lambda items: items.append(),
    "append(1, 2)": lambda items: items.append(1, 2),
    "append(x=1)": lambda items: items.append(x=1),
    "extend(1)": lambda items: items.extend(1),
    "insert(1)": lambda items: items.insert(1),
    "insert('a', 1)": lambda items: items.insert("a", 1),
    "pop(9)": lambda items: items.pop(9),
    "pop(1.0)": lambda items: items.pop(1.0),
    "[].pop()": lambda items: [].pop(),
    "remove(9)": lambda items: items.remove(9),
    "index(9)": lambda items: items.index(9),
    "index('q', 1, 2)": lambda items: items.index("q", 1, 2),
    "count()": lambda items: items.count(),
    "sort(1)": lambda items: items.sort(1),
    "sort(key=3)": lambda items: items.sort(key=3),
    "sort(cmp=3)": lambda items: items.sort(cmp=3),
    "reverse(1)": lambda items: items.reverse(1),
    "clear(1)": lambda items: items.clear(1),
    "copy(1)": lambda items: items.copy(1),
    "push(1)": lambda items: items.push(1),
}
for name, call in attempts.items():
    items = [1, 2, 3]
    try:
        print(name, "gave", call(items))
    except (TypeError, ValueError, IndexError, AttributeError) as error:
        print(name, type(error).__name__, error)
    print("   ", items)
