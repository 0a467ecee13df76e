# ---
# id: syntax_errors/from_import_nothing
# desc: A from import without names.
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


from functools import
