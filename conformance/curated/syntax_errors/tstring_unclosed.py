# ---
# id: syntax_errors/tstring_unclosed
# desc: A t-string whose field is not closed.
# ref: 2.5
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


name = "x"
print(t"{name")
