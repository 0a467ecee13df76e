# ---
# id: syntax_errors/future_not_first
# desc: A future import after other statements.
# ref: 7.11.1
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


from __future__ import annotations
