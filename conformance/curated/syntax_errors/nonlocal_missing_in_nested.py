# ---
# id: syntax_errors/nonlocal_missing_in_nested
# desc: A nonlocal name that no enclosing function binds.
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
    def inner():
        nonlocal missing
        missing = 1

    return inner
