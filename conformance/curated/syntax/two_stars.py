# ---
# id: syntax/two_stars
# desc: Two starred targets in one assignment.
# ref: 7.2
# features: [syntax_error, lexer, starred]
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
*first, middle, *last = range(5)
