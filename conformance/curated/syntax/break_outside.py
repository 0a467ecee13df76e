# ---
# id: syntax/break_outside
# desc: break outside a loop, inside a function in a loop.
# ref: 7.9
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
while number:
    def inner():
        break
