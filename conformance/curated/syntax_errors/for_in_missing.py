# ---
# id: syntax_errors/for_in_missing
# desc: A for loop without in.
# ref: 8.3
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


for value of [1, 2, 3]:
    print(value)
