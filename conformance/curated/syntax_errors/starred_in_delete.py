# ---
# id: syntax_errors/starred_in_delete
# desc: A starred expression in del.
# ref: 7.5
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


values = [1, 2]
del *values
