# ---
# id: try/except_with_bad_class
# desc: An except clause whose expression is no exception class fails only when it is reached.
# ref: 8.4
# features: [try, except, exception, chaining, traceback, caret]
# ---
def expression(value):
    print("evaluated")
    return value


try:
    print("no exception, never evaluated")
except expression(5):
    print("never")
for bad in ("ValueError", 5, (ValueError, "x"), [ValueError], None, (KeyError, (ValueError,)), ()):
    try:
        try:
            raise ValueError("v")
        except expression(bad):
            print("matched", bad)
    except TypeError as error:
        print(error, "| context:", repr(error.__context__))
    except ValueError as error:
        print("not matched", bad)
try:
    int("bad")
except undefined_class:
    pass
except ValueError:
    print("never")
