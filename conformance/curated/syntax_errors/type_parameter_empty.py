# ---
# id: syntax_errors/type_parameter_empty
# desc: An empty list of type parameters.
# ref: 8.10
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


def first[](values):
    return values[0]
