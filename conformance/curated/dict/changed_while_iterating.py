# ---
# id: dict/changed_while_iterating
# desc: Adding a key while a for loop iterates over the dict ends the loop with RuntimeError, uncaught.
# ref: stdtypes#dictionary-view-objects
# features: [dict, for, iterator, traceback, caret, exception]
# ---
counts = {"a": 1, "b": 2, "c": 3}
for key in counts:
    counts[key] += 10
print(counts)
try:
    for key, value in counts.items():
        if value == 12:
            del counts[key]
except RuntimeError as error:
    print("caught:", error, counts)
try:
    for key in counts:
        del counts[key]
        counts[key + "x"] = 0
except RuntimeError as error:
    print("caught:", error, counts)
iterator = iter(counts)
counts["late"] = 1
print(next(iterator, "default") if not counts else "has items")
for value in counts.values():
    print("value", value)
    counts[len(counts)] = value
