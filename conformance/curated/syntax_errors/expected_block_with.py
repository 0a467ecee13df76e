# ---
# id: syntax_errors/expected_block_with
# desc: A with statement without its block.
# ref: 8.5
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


with open_something() as handle:
print("after")
