# ---
# id: syntax_errors/dict_positional_mix
# desc: A dict display with a value missing in the middle.
# ref: 6.2.7
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


units = {"a": 1, "b": , "c": 3}
