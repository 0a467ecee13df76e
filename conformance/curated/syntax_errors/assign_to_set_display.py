# ---
# id: syntax_errors/assign_to_set_display
# desc: An assignment to a set display inside a tuple.
# ref: 7.2
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


first, {second} = 1, {2}
