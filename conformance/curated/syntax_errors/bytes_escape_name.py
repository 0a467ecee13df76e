# ---
# id: syntax_errors/bytes_escape_name
# desc: A character outside ASCII in a bytes literal.
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


print(b"café")
