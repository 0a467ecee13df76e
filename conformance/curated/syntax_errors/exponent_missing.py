# ---
# id: syntax_errors/exponent_missing
# desc: An exponent without digits.
# ref: 2.4.5
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


large = 1.5e+
