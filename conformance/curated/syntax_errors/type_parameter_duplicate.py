# ---
# id: syntax_errors/type_parameter_duplicate
# desc: The same type parameter twice.
# ref: 8.10
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


def first[T, S, T](values: list[T]) -> T:
    return values[0]
