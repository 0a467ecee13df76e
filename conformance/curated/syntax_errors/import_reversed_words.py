# ---
# id: syntax_errors/import_reversed_words
# desc: import and from in the wrong order.
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


import reduce from functools
