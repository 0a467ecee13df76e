# ---
# id: syntax_errors/lambda_body_statement
# desc: A statement as the body of a lambda.
# ref: 6.14
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


show = lambda values: return average(values)
