# ---
# id: syntax_errors/imaginary_then_name
# desc: A name right after an imaginary number.
# ref: 2.4.6
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


z = 3jk
