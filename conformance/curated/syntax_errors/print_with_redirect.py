# ---
# id: syntax_errors/print_with_redirect
# desc: The print statement of old with an arrow.
# ref: functions#print
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


print describe("x", 5)
