# ---
# id: traceback/caret_return_conditional
# desc: Conditional expressions and boolean operators mark the part that failed.
# ref: 6.13
# features: [traceback, caret, exception, conditional, boolean_operators]
# ---
def pick(value, fallback):
    return value.strip() if value else fallback.strip() or "empty"


def check(items):
    return items and items[0] > 0 and (items[1] < 10 or not items[2])


print(pick(" a ", None), pick("", " b "), pick("", "  "))
print(check([]), check([0]), check([1, 2]), check([1, 20, 0]))
try:
    check([1, 20])
except IndexError as error:
    print(error)
print(pick(None, 5) if check([1, 2]) else "unreachable")
