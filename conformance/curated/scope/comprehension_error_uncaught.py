# ---
# id: scope/comprehension_error_uncaught
# desc: An error in a dict comprehension inside a lambda is uncaught, with the inlined frame shown once.
# ref: 6.2.4
# features: [comprehension, lambda, traceback, caret, exception]
# ---
inverse = lambda values: {value: 1 / value for value in values}


def table(rows):
    return [
        inverse(row)
        for row in rows
        if row
    ]


print(inverse([1, 2, 4]))
print(table([[1], [], [2, 5]]))
print(len({n // 2 for n in range(10)}))
try:
    table([[1, "a"]])
except TypeError as error:
    print(error)
print(table([[10], [3, 0, 1]]))
