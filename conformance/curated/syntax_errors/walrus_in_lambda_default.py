# ---
# id: syntax_errors/walrus_in_lambda_default
# desc: An assignment expression without parentheses as a keyword argument.
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


print(describe("x", 1, unit := "cm", sep := 2, name=last := 3))
