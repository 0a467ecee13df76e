# ---
# id: syntax_errors/conditional_without_value
# desc: A conditional expression whose branches are statements.
# ref: 6.13
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


value = 1
print("yes") if value else pass
