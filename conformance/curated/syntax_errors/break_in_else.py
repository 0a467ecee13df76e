# ---
# id: syntax_errors/break_in_else
# desc: A break in the else of the only loop.
# ref: 7.9
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


while False:
    pass
else:
    break
