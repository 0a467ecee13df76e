# ---
# id: syntax_errors/duplicate_parameter_star
# desc: A parameter repeated as the name of **.
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


def broken(values, *rest, **values):
    return values
