# ---
# id: syntax_errors/hex_digit_missing
# desc: A hexadecimal number without digits.
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


mask = 0x
