# ---
# id: syntax/default_before_required
# desc: A parameter without default after one with a default.
# ref: 8.7
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
def order(first=1, second):
    return first
