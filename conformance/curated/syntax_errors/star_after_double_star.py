# ---
# id: syntax_errors/star_after_double_star
# desc: An iterable unpacking after a keyword unpacking.
# ref: 6.3.4
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


options, values = {"unit": "cm"}, [1]
print(describe("x", **options, *values))
