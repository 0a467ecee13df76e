# ---
# id: syntax_errors/raise_from_nothing
# desc: A raise from without a cause.
# ref: 7.8
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


try:
    average([])
except ZeroDivisionError:
    raise ValueError("none") from
