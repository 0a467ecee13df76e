# ---
# id: syntax_errors/type_alias_bad_target
# desc: A type statement with an attribute as its name.
# ref: 7.14
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


type module.Alias = list[int]
