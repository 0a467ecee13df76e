# ---
# id: syntax_errors/assign_to_debug
# desc: An assignment to __debug__.
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


for __debug__ in range(3):
    print("never")
