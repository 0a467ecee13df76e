# ---
# id: syntax_errors/dict_unpack_in_set
# desc: A dict unpacking in a set display.
# ref: 6.2.6
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


options = {"a": 1}
print({1, **options})
