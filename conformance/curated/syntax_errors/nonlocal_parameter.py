# ---
# id: syntax_errors/nonlocal_parameter
# desc: A name that is a parameter and nonlocal.
# ref: 7.13
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


def outer():
    unit = "km"

    def inner(unit):
        nonlocal unit
        return unit

    return inner
