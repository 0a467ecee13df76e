# ---
# id: syntax/positional_after_keyword
# desc: A positional argument after a keyword argument.
# ref: 6.3.4
# features: [syntax_error, lexer]
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
helper(1, key=len, 2)
