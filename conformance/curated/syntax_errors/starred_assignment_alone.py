# ---
# id: syntax_errors/starred_assignment_alone
# desc: A starred target that is not in a list or tuple.
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


*rest = [1, 2, 3]
