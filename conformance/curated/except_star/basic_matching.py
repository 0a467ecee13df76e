# ---
# id: except_star/basic_matching
# desc: except* takes the matching part of a group, clause by clause, and raises what is left.
# ref: 8.4.2
# features: [exception_group, except, try]
# ---
def run(error):
    log = []
    try:
        try:
            raise error
        except* ValueError as group:
            log.append(("value", group))
        except* (TypeError, KeyError) as group:
            log.append(("type or key", group))
        except* OSError as group:
            log.append(("os", group))
        else:
            log.append("else")
        finally:
            log.append("finally")
    except BaseException as left:
        log.append(("left", left))
    for entry in log:
        print("  ", entry if isinstance(entry, str) else (entry[0], repr(entry[1])))


for error in (
    ExceptionGroup("all", [ValueError(1), TypeError(2), KeyError(3), OSError(4)]),
    ExceptionGroup("one", [ValueError(1), ValueError(2)]),
    ExceptionGroup("deep", [ExceptionGroup("inner", [ValueError(1), OSError(2)]), KeyError(3)]),
    ExceptionGroup("rest", [ValueError(1), ImportError(2)]),
    ExceptionGroup("none", [ImportError(2), ZeroDivisionError()]),
    ValueError("naked"),
    ZeroDivisionError("naked and unmatched"),
    BaseExceptionGroup("base", [KeyboardInterrupt(), ValueError(1)]),
    FileNotFoundError(2, "a subclass"),
):
    print(repr(error))
    run(error)


def quiet():
    try:
        pass
    except* ValueError:
        print("never")
    else:
        print("else runs")
    finally:
        print("finally runs")
    return "done"


print(quiet())
try:
    raise ExceptionGroup("last", [ValueError(1), ExceptionGroup("nested", [ImportError("i"), KeyError("k")])])
except* (ValueError, KeyError):
    print("a part is handled")
