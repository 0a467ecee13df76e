# ---
# id: syntax_errors/fstring_walrus_and_equals
# desc: An assignment inside an f-string field.
# ref: 2.4.3
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


print(f"{value = = 5}")
