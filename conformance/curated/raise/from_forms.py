# ---
# id: raise/from_forms
# desc: raise ... from sets cause and suppresses context; from None hides; from a wrong value is a TypeError.
# ref: 7.8
# features: [raise, chaining, exception]
# ---
def links(error):
    return repr(error), repr(error.__cause__), repr(error.__context__), error.__suppress_context__


def chain(cause):
    try:
        {}["key"]
    except KeyError:
        raise ValueError("new") from cause


for cause in (None, TypeError("cause"), OSError, KeyError("other")):
    try:
        chain(cause)
    except ValueError as error:
        print(links(error))
for cause in (5, "text", int):
    try:
        chain(cause)
    except TypeError as error:
        print(links(error))
try:
    raise ValueError("a") from ValueError("b")
except ValueError as error:
    print(links(error))
    error.__cause__ = None
    print(links(error))
    error.__suppress_context__ = False
    error.__context__ = KeyError("set by hand")
    print(links(error))
    try:
        error.__cause__ = 5
    except TypeError as problem:
        print(problem)
try:
    try:
        raise KeyError("one")
    finally:
        raise ValueError("two")
except ValueError as error:
    print(links(error))
print(links(ValueError("fresh")))
