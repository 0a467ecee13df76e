# ---
# id: syntax_errors/assert_tuple_assignment
# desc: An assert with an assignment in it.
# ref: 7.3
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
assert value = 2, "message"
