# ---
# id: host/calls_answers_and_errors
# desc: Functions of the host take and give values by copy, are called like any function, and their errors can be caught.
# ref: expressions#calls
# features: [function, except, list, recursion]
# host: [echo, add, first, nothing, refuse]
# ---
print(add(2, 3), add(-(2**40), 1), nothing(), nothing(1, "two"))
given = [1, 2.5, "é", None, True, b"\x00\xff", (3, (4,)), {"k": [5]}, -(2**70)]
got = echo(given)
print(got == given, got is given, got[6], got[7])
got[7]["k"].append(6)
print(given[7], got[7])
print(first([[], 1]), first(("a",)))


def total(items):
    return add(items[0], total(items[1:])) if items else 0


print(total([1, 2, 3, 4]), sorted([3, 1, 2], key=lambda n: add(0, -n)), list(map(echo, "ab")))
for kind, message in (("ValueError", "no"), ("KeyError", "gone"), ("ZeroDivisionError", ""), ("OSError", "é")):
    try:
        refuse(kind, message)
    except (ValueError, LookupError, ArithmeticError, OSError) as error:
        print(type(error).__name__, error, error.args)
try:
    add("a", 1)
except TypeError as error:
    print(error)
try:
    first([])
except IndexError as error:
    print(error)
refuse("RuntimeError", "the end")
