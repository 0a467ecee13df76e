# ---
# id: syntax_errors/global_annotated
# desc: An annotated name that is declared global.
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


total = 0


def add(amount):
    global total
    total: int = total + amount
    return total
