# ---
# id: syntax_errors/elif_after_else
# desc: An elif after else.
# ref: 8.1
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


if average([1]) > 2:
    print("big")
else:
    print("small")
elif True:
    print("never")
