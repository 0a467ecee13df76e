# ---
# id: syntax_errors/backquotes
# desc: Backquotes around an expression.
# ref: 2.7
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


print(`describe("x")`)
