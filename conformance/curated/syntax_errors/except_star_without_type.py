# ---
# id: syntax_errors/except_star_without_type
# desc: An except* without a class.
# ref: 8.4
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


try:
    average([])
except*:
    print("star")
