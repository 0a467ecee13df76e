# ---
# id: syntax_errors/exec_statement
# desc: The exec statement of old.
# ref: functions#exec
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


exec "x = 1"
