# ---
# id: syntax_errors/global_in_nested_parameter_default
# desc: A global statement for a parameter of the same function.
# ref: 7.12
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


def change(values, total=0):
    for value in values:
        total += value
    global total
    return total
