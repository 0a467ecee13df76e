# ---
# id: syntax_errors/finally_before_except
# desc: A finally before an except.
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
finally:
    print("finally")
except TypeError:
    print("never")
