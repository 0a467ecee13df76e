# ---
# id: syntax_errors/except_bare_not_last
# desc: A bare except that is not the last.
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
except:
    print("anything")
except TypeError:
    print("never")
