# ---
# id: syntax_errors/augmented_assign_to_literal
# desc: An augmented assignment to a number.
# ref: 7.2.1
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


count = 1
5 += count
