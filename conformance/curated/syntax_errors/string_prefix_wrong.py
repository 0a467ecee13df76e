# ---
# id: syntax_errors/string_prefix_wrong
# desc: A string prefix that does not exist.
# ref: 2.4.1
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


print(fb"text")
