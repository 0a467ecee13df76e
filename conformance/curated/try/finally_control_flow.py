# ---
# id: try/finally_control_flow
# desc: finally runs on every way out: return, break, continue, exceptions; and its own way out wins.
# ref: 8.4
# features: [try, finally, except, return, while, for, warning]
# ---
def returns():
    try:
        return "try"
    finally:
        print("cleanup")


def overrides():
    try:
        return "try"
    finally:
        return "finally"


def swallows():
    try:
        raise ValueError("gone")
    finally:
        return "swallowed"


def loops():
    log = []
    for n in range(4):
        try:
            if n == 1:
                continue
            if n == 3:
                break
            log.append(n)
        finally:
            log.append("f" + str(n))
    return log


def breaks():
    while True:
        try:
            raise KeyError("lost")
        finally:
            break
    return "after"


def value_is_kept():
    x = 1
    try:
        return x
    finally:
        x = 2
        print("x is", x)


def nested():
    try:
        try:
            return print("value first") or "inner"
        finally:
            print("inner finally")
    finally:
        print("outer finally")


for function in (returns, overrides, swallows, loops, breaks, value_is_kept, nested):
    print(function.__name__, function())
