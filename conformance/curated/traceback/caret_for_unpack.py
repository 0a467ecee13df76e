# ---
# id: traceback/caret_for_unpack
# desc: A failed unpacking in the head of a for loop marks the loop target.
# ref: 8.3
# features: [traceback, caret, exception, unpacking, for]
# ---
rows = [("ann", 30), ("bob", 25), ("cy", 41, "extra")]


def oldest(people):
    best = None
    for name, age in people:
        if best is None or age > best[1]:
            best = name, age
    return best


print(oldest([]))
print(oldest(rows[:2]))
print([name for name, *_ in rows])
try:
    [age for name, age in rows]
except ValueError as error:
    print(error)
print(oldest(rows))
