# ---
# id: syntax_errors/call_unclosed_then_statement
# desc: A call whose bracket stays open at the end.
# ref: 2.1
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


print(describe("x", 5)
value = 3
