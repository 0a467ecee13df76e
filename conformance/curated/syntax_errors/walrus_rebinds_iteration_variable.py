# ---
# id: syntax_errors/walrus_rebinds_iteration_variable
# desc: An assignment expression that rebinds a nested iteration variable.
# ref: 6.12
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


print([[(row := cell) for cell in row] for row in [[1], [2]]])
