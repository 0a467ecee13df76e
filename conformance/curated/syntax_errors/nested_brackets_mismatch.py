# ---
# id: syntax_errors/nested_brackets_mismatch
# desc: Brackets closed in the wrong order over several lines.
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


values = [
    (1, 2),
    {3: [4, 5)},
]
