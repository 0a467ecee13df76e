# ---
# id: scope/unbound_local_uncaught
# desc: A name bound later in its function is local throughout, so an early read is an uncaught UnboundLocalError.
# ref: 4.2.2
# features: [scope, function, exception, traceback, caret]
# ---
total = 100


def read():
    return total


def shadow():
    if read() > 1000:
        total = 1
    try:
        return total
    except UnboundLocalError as error:
        return error.args


def loop_variable(items):
    for item in items:
        pass
    return item


def removed():
    value = 1
    del value
    value


print(read(), shadow(), loop_variable("ab"))
for attempt in (lambda: loop_variable([]), removed):
    try:
        attempt()
    except UnboundLocalError as error:
        print(error)


def increment():
    total += 1
    return total


increment()
