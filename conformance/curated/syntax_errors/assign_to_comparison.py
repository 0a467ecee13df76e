# ---
# id: syntax_errors/assign_to_comparison
# desc: An assignment to a comparison.
# ref: 7.2
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


low, high = 1, 2
if low < high = 3:
    print("never")
