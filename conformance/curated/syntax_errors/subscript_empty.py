# ---
# id: syntax_errors/subscript_empty
# desc: Empty brackets after a name.
# ref: 6.3.2
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


values = [1, 2]
print(values[])
