# ---
# id: syntax_errors/del_in_lambda
# desc: A keyword where an expression is expected.
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


remove = lambda values: del values[0]
