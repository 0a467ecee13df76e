# ---
# id: syntax_errors/comprehension_unpacking
# desc: An unpacking in a list comprehension.
# ref: 6.2.4
# features: [syntax_error]
# ---
def average(values):
    total = 0
    for value in values:
        total += value
    return total / len(values)


def describe(name, *values, unit="m"):
    if not values:
        return f"{name}: nothing"
    return f"{name}: {average(values):.2f}{unit}"


rows = [[1], [2]]
print([*row for row in rows])
