# ---
# id: syntax_errors/conditional_pass_first
# desc: A pass before if in one line.
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
pass if value else print("no")
