# ---
# id: exceptions/except_star
# desc: except* takes the matching part of a group, several clauses may run, and the rest goes on.
# ref: 8.4.2
# features: [exception_group, except, try, finally, traceback, raise]
# ---
def run(error):
    log = []
    try:
        try:
            if error:
                raise error
        except* ValueError as group:
            log.append(("value", [repr(e) for e in group.exceptions]))
        except* (KeyError, TypeError) as group:
            log.append(("key or type", str(group)))
        else:
            log.append("else")
        finally:
            log.append("finally")
    except BaseException as rest:
        log.append(repr(rest))
    return log


print(run(None))
print(run(ValueError("alone")))
print(run(OSError("other")))
print(run(ExceptionGroup("g", [ValueError(1), KeyError(2)])))
print(run(ExceptionGroup("g", [ValueError(1), OSError(2), ExceptionGroup("in", [TypeError(3), ValueError(4)])])))
try:
    raise ExceptionGroup("last", [ValueError("v"), OSError("left over")])
except* ValueError:
    print("handled one")
