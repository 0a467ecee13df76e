# ---
# id: syntax_errors/parameter_parenthesised
# desc: A parenthesised parameter.
# ref: 8.7
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


def broken(first, (second, third)):
    return first
