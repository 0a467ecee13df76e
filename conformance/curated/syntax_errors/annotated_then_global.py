# ---
# id: syntax_errors/annotated_then_global
# desc: A name annotated before its global declaration.
# ref: 7.12
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


def add(amount):
    total: int = 5
    global total
    return total
