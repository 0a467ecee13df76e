# ---
# id: syntax/annotated_tuple
# desc: An annotation on a tuple target.
# ref: 7.2.2
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
number, other: int = 1, 2
