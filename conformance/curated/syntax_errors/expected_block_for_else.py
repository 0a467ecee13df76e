# ---
# id: syntax_errors/expected_block_for_else
# desc: An else of a for loop without its block.
# ref: 8.3
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


for value in range(3):
    print(value)
else:
print("after")
