# ---
# id: syntax_errors/semicolon_then_block
# desc: A compound statement after a semicolon.
# ref: 7
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


value = 1; if value: print(value)
