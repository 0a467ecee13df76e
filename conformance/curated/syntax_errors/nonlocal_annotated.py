# ---
# id: syntax_errors/nonlocal_annotated
# desc: An annotated name that is declared nonlocal.
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
    total = 0

    def inner():
        nonlocal total
        total: int = 5

    return inner
