# ---
# id: syntax_errors/import_as_expression
# desc: An import renamed to something that is no name.
# ref: 7.11
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


import functools as tools.fun
