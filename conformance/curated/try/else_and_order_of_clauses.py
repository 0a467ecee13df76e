# ---
# id: try/else_and_order_of_clauses
# desc: except clauses are tried in order, else runs only without exception, and its errors are not caught there.
# ref: 8.4
# features: [try, except, finally, exception]
# ---
def run(action):
    print("->", end=" ")
    try:
        value = action()
    except ZeroDivisionError:
        print("zero", end=" ")
    except (TypeError, KeyError) as error:
        print("type or key", error, end=" ")
    except ArithmeticError as error:
        print("arithmetic", error, end=" ")
    except LookupError:
        print("lookup", end=" ")
    except:
        print("anything", end=" ")
    else:
        print("else", value, end=" ")
        return "returned"
    finally:
        print("finally")
    return "end"


print(run(lambda: 5))
print(run(lambda: 1 / 0))
print(run(lambda: {}["k"]))
print(run(lambda: len(5)))
print(run(lambda: 10.0**1000))
print(run(lambda: [][1]))
print(run(lambda: int("x")))
try:
    try:
        pass
    except ValueError:
        print("not here")
    else:
        int("from else")
except ValueError as error:
    print("outer", error)
try:
    raise KeyError("first")
except KeyError, ValueError:
    print("a list without parentheses")
try:
    raise SystemExit(3)
except BaseException as error:
    print(repr(error), error.code)
