# ---
# id: syntax_errors/double_operator
# desc: Two binary operators in a row.
# ref: 6.7
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


print(average([1]) * / 2)
