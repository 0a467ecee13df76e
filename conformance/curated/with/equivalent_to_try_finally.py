# ---
# id: with/equivalent_to_try_finally
# desc: How with behaves beside return, break, continue, finally and exceptions in each place.
# ref: 8.5
# features: [with, finally]
# ---
log = []


class Trace:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        log.append("+" + self.name)
        return self

    def __exit__(self, kind, value, trace):
        log.append("-" + self.name + ("!" if kind else ""))


def show(function, *args):
    log.clear()
    try:
        result = function(*args)
    except Exception as error:
        result = repr(error)
    print(result, *log)


def early(n):
    with Trace("a"):
        if n == 0:
            return "early"
        with Trace("b"):
            if n == 1:
                return "from b"
            if n == 2:
                raise ValueError(n)
        log.append("between")
    return "late"


def loops():
    total = 0
    for i in range(4):
        with Trace(str(i)):
            if i == 1:
                continue
            if i == 3:
                break
            total += 10
    else:
        log.append("else")
    return total


def with_finally():
    try:
        with Trace("w"):
            try:
                return log.append("value") or "result"
            finally:
                log.append("inner finally")
    finally:
        log.append("outer finally")


def mutates():
    value = [1]
    with Trace("m"):
        return value + [2]


def deletes():
    with Trace("d") as name:
        del name
        log.append("deleted")
    return name


for n in range(4):
    show(early, n)
show(loops)
show(with_finally)
show(mutates)
show(deletes)


def recursive(n):
    with Trace(str(n)):
        return n and recursive(n - 1)


show(recursive, 5)
with Trace("uncaught") as t:
    print(t.name)
    t.absent
