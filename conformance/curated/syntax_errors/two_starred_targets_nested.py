# ---
# id: syntax_errors/two_starred_targets_nested
# desc: Two starred targets in one nested list.
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


first, [*a, *b], last = 1, [2, 3], 4
