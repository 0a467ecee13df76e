# ---
# id: syntax_errors/def_parentheses_missing
# desc: A def without its parameter list.
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


def broken:
    return 1
