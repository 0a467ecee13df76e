# ---
# id: syntax_errors/fstring_bad_format_brace
# desc: A closing brace alone in a format specification.
# ref: 2.4.3
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


value = 1
print(f"{value:}}")
