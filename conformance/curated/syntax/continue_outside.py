# ---
# id: syntax/continue_outside
# desc: continue outside a loop.
# ref: 7.10
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
if number:
    continue
