# ---
# id: syntax_errors/fstring_starred
# desc: A starred expression with two stars in an f-string field.
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


options = {}
print(f"{**options}")
