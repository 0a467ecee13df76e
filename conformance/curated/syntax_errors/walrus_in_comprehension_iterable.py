# ---
# id: syntax_errors/walrus_in_comprehension_iterable
# desc: An assignment expression in the iterable of a comprehension.
# ref: 6.12
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


data = [1, 2]
print([x for x in (y := data)])
