# ---
# id: syntax_errors/octal_digit_wrong
# desc: A digit that is not octal.
# ref: 2.4.4
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


mode = 0o789
