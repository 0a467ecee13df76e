# ---
# id: syntax_errors/delete_none
# desc: A del of a constant.
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


values = [1]
del values[0], None
