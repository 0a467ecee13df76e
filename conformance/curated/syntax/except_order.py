# ---
# id: syntax/except_order
# desc: A bare except before another.
# ref: 8.4
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
try:
    helper(1)
except:
    pass
except ValueError:
    pass
