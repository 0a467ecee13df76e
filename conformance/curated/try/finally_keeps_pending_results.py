# ---
# id: try/finally_keeps_pending_results
# desc: A return value, break or exception waits while finally runs whole loops, handlers and returns of its own.
# ref: 8.4
# features: [try, finally, for, while, return, except, closure]
# ---
log = []


def pending_return(n):
    try:
        return log.append("value") or [n]
    finally:
        for k in range(3):
            if k == 1:
                continue
            try:
                if k == 2:
                    raise ValueError(k)
            except ValueError as error:
                log.append(f"handled {error}")
            finally:
                log.append(f"inner {k}")


def pending_exception():
    try:
        raise KeyError("waiting")
    finally:
        while True:
            try:
                log.append("loop")
                break
            finally:
                log.append("left")


def many_exits(way):
    result = []
    for n in range(5):
        try:
            try:
                if way == n == 1:
                    continue
                if way == n == 2:
                    break
                if way == n == 3:
                    return result + ["returned"]
                if way == n == 4:
                    raise IndexError(n)
                result.append(n)
            finally:
                result.append(f"f{n}")
        except IndexError:
            result.append("caught")
        else:
            result.append("else")
        finally:
            result.append("|")
    else:
        result.append("no break")
    return result


print(pending_return(7), log)
log.clear()
try:
    pending_exception()
except KeyError as error:
    print(error, log)
for way in range(6):
    print(way, " ".join(map(str, many_exits(way))))
