# ---
# id: syntax/walrus_comprehension_variable
# desc: An assignment expression that rebinds the variable of its comprehension.
# ref: 6.12
# features: [syntax_error, lexer, walrus, comprehension]
# ---
# The lines before the error never run: nothing is printed.
print("never printed")


def helper(value, *rest, key=None):
    result = [value, *rest]
    if key is not None:
        result.sort(key=key)
    return result


for number in range(3):
    print(helper(number, number + 1))
[number := number + 1 for number in range(3)]
