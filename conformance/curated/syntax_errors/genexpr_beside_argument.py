# ---
# id: syntax_errors/genexpr_beside_argument
# desc: A generator expression without parentheses beside an argument.
# ref: 6.3.4
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


print(sum(n for n in range(3), 10))
