# ---
# id: try/except_name_is_deleted
# desc: The name bound by except is deleted at the end of the clause, whatever it held before.
# ref: 8.4
# features: [try, except, del, scope, exception, traceback]
# ---
error = "before"
try:
    {}["x"]
except KeyError as error:
    print("inside", repr(error))
try:
    print(error)
except NameError as problem:
    print(problem)


def local():
    error = 1
    try:
        raise ValueError("v")
    except ValueError as error:
        kept = error
    try:
        return error
    except UnboundLocalError as problem:
        return repr(kept), str(problem)


print(local())
try:
    raise TypeError("t")
except TypeError as error:
    del error
    print("deleted early")
try:
    raise TypeError("t")
except TypeError as error:
    error = "rebound"
    print(error)
print(error)
