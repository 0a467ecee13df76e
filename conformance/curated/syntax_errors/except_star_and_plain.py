# ---
# id: syntax_errors/except_star_and_plain
# desc: except and except* in one try statement.
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
except ZeroDivisionError:
    print("plain")
except* TypeError:
    print("star")
