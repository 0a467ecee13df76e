# ---
# id: syntax_errors/nonlocal_and_global
# desc: A name that is both nonlocal and global.
# ref: 7.13
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


def outer():
    count = 0

    def inner():
        global count
        nonlocal count
        count += 1

    return inner
