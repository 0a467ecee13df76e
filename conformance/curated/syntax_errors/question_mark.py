# ---
# id: syntax_errors/question_mark
# desc: A question mark after an expression.
# ref: 2.6
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


value = average([1])?
