# ---
# id: syntax_errors/bracket_never_closed_before_def
# desc: A bracket left open before a definition.
# ref: 2.1
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


values = [
    1,
    2,


def after():
    return values
