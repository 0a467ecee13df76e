# ---
# id: syntax_errors/star_import_in_function
# desc: A star import inside a function.
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


def load():
    from functools import *
    return reduce
