# ---
# id: syntax_errors/comprehension_target_literal
# desc: A comprehension whose target is a number.
# ref: 6.2.4
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


print([1 for 1 in range(3)])
