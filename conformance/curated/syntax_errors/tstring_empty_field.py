# ---
# id: syntax_errors/tstring_empty_field
# desc: A t-string with an empty field.
# ref: 2.5
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


print(t"{}")
