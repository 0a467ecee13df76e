# ---
# id: recursion/error_in_handlers
# desc: except and finally clauses that run while the stack is nearly full.
# ref: exceptions#RecursionError
# features: [recursion, except, finally]
# ---
log = []


def finally_each(n):
    try:
        finally_each(n + 1)
    finally:
        log.append(n)


try:
    finally_each(0)
except RecursionError:
    print(len(log) > 900, log[-3:], log == sorted(log, reverse=True))


def retry(n):
    try:
        retry(n + 1)
    except RecursionError:
        log.append("caught")
        raise


log.clear()
try:
    retry(0)
except RecursionError:
    print(len(log) > 900, set(log))


def swallow(n):
    try:
        return swallow(n + 1)
    except RecursionError:
        return n


depth = swallow(0)
print(depth > 900, swallow(0) == depth)


def both(n):
    if n > 12:
        return 1
    try:
        return both(n + 1) + both(n + 2)
    finally:
        len(log)


print(both(0))


class Manager:
    exits = 0

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        Manager.exits += 1
        return kind is RecursionError and Manager.exits == 100


def managed():
    with Manager():
        managed()


managed()
print(Manager.exits > 900)


def chain(n):
    try:
        chain(n + 1)
    except RecursionError as error:
        raise ValueError(n) from error


try:
    chain(0)
except ValueError as error:
    links = 0
    while error:
        links += 1
        error = error.__cause__
    print(links > 900)
finally_each("not a number")
