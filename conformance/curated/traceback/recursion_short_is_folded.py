# ---
# id: traceback/recursion_short_is_folded
# desc: Seven frames of one function at one line are folded after the third.
# ref: exceptions#RecursionError
# features: [traceback, caret, recursion]
# ---
def countdown(n):
    if n == 0:
        return 1 // n
    return countdown(n - 1)


def safe(n):
    try:
        return countdown(n)
    except ZeroDivisionError as error:
        return str(error)


def twice(n):
    if n > 2:
        return twice(n - 1) + twice(n - 2)
    return n


print(safe(0), safe(3), twice(8))
try:
    countdown(1)
except ZeroDivisionError:
    print("caught")
countdown(6)
