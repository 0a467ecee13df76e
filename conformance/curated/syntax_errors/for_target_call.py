# ---
# id: syntax_errors/for_target_call
# desc: A for loop whose target is a call.
# ref: 8.3
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


for describe("x") in range(3):
    pass
