# ---
# id: syntax_errors/keyword_is_expression
# desc: A keyword argument whose name is an expression.
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


print(describe("x", 5, unit + "s"="cm"))
