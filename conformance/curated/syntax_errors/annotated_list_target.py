# ---
# id: syntax_errors/annotated_list_target
# desc: An annotation on a list target.
# ref: 7.2.2
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


[first, second]: list = [1, 2]
