# ---
# id: syntax_errors/keyword_value_missing
# desc: A keyword argument without a value.
# ref: 6.3.4
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


print(describe("x", 5, unit=))
