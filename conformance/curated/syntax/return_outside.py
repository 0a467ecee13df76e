# ---
# id: syntax/return_outside
# desc: return outside a function.
# ref: 7.6
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
for letter in "ab":
    if letter:
        return letter
