# ---
# id: syntax_errors/assign_to_conditional
# desc: An assignment to a conditional expression.
# ref: 7.2
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


x, y = 1, 2
x if y else y = 5
