# ---
# id: traceback/raise_in_except_and_finally_uncaught
# desc: Errors raised in an except clause and then in its finally clause print as one chain of three.
# ref: 8.4
# features: [traceback, caret, chaining, try, except, finally, exception]
# ---
def step(values, key):
    try:
        return values[key] / 0
    except ZeroDivisionError:
        values.missing
    finally:
        if key == 2:
            {"inside": "finally"}[key]


class_like = {"name": [1, 2, 3]}
try:
    step([5, 6, 7], 1)
except AttributeError as error:
    print(error, "|", repr(error.__context__))
try:
    step([5, 6, 7], 9)
except IndexError as error:
    print(error, "|", error.__context__)
for key in (2,):
    step(
        class_like["name"],
        key,
    )
