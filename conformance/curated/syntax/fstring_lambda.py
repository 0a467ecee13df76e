# ---
# id: syntax/fstring_lambda
# desc: A lambda without parentheses in a field of an f-string.
# ref: 2.7.1
# features: [syntax_error, lexer, fstring]
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
text = f"{lambda x: x}"
