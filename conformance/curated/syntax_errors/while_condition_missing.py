# ---
# id: syntax_errors/while_condition_missing
# desc: A while without its condition.
# ref: 8.2
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


while :
    print("never")
