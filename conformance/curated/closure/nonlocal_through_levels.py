# ---
# id: closure/nonlocal_through_levels
# desc: nonlocal reaches the nearest enclosing function that binds the name, past functions that do not.
# ref: 7.13
# features: [nonlocal, closure, scope, del]
# ---
def outer():
    value = "outer"
    log = []

    def middle():
        def inner():
            nonlocal value
            log.append(value)
            value = value + " inner"

            def shadow():
                value = "own"
                log.append(value)

            shadow()

        inner()
        log.append(value)

    middle()
    middle()
    return value, log


print(outer())


def swap():
    a, b = 1, 2

    def exchange():
        nonlocal a, b
        a, b = b, a
        for a in range(a, 10):
            pass

    exchange()
    return a, b


def remove():
    name = 1

    def drop():
        nonlocal name
        del name

    drop()
    try:
        return name
    except UnboundLocalError as error:
        return str(error)


print(swap(), remove())
