# ---
# id: syntax_errors/break_in_function_in_loop
# desc: A break in a function that is defined inside a loop.
# ref: 7.9
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


for n in range(3):
    def stop():
        break
