# ---
# id: syntax_errors/duplicate_parameter_lambda
# desc: The same parameter twice in a lambda.
# ref: 6.14
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


print((lambda first, second, first=2: first)(1, 2))
