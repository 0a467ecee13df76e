# ---
# id: syntax_errors/indent_after_comment
# desc: An indented line after a comment.
# ref: 2.1.8
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
# a comment
    # an indented comment is fine
    value = 2
