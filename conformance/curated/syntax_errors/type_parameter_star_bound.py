# ---
# id: syntax_errors/type_parameter_star_bound
# desc: A bound on a type parameter with a star.
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


def call[*Ts: int](*args: *Ts):
    return args
