# ---
# id: syntax_errors/annotation_walrus
# desc: An assignment expression in an annotation.
# ref: 8.7
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


value: (kind := int) = 5
