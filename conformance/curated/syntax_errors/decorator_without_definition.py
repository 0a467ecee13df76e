# ---
# id: syntax_errors/decorator_without_definition
# desc: A decorator before a statement that is no definition.
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


@average
values = [1, 2]
