# ---
# id: syntax_errors/not_equal_old
# desc: The old spelling of not equal.
# ref: 6.10
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


if average([1]) <> 2:
    print("never")
