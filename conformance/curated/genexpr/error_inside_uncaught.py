# ---
# id: genexpr/error_inside_uncaught
# desc: An error in a generator expression is uncaught through sum, with the <genexpr> frame in the traceback.
# ref: 6.2.8
# features: [genexpr, traceback, caret, exception]
# ---
def total(rows):
    return sum(cell for row in rows for cell in row)


def first_failure(values):
    stream = (10 // value for value in values)
    results = []
    while True:
        try:
            results.append(next(stream))
        except StopIteration:
            return results, "end"
        except ZeroDivisionError:
            results.append("error")


print(total([[1, 2], (3,), {4: "key"}]))
print(first_failure([5, 2]), first_failure([5, 0, 2]))
try:
    (n for n in 5)
except TypeError as error:
    print(error)
print(total([[1.5], range(3), "12"]))
