# ---
# id: suggestions/unbound_local_texts
# desc: The texts of UnboundLocalError and of unbound free variables, for every kind of binding.
# ref: exceptions#UnboundLocalError
# features: [suggestion, scope]
# ---
def assigned(flag):
    if flag:
        x = 1
    return x


def deleted():
    x = 1
    del x
    return x


def augmented():
    total += 1


def looped(items):
    for item in items:
        pass
    return item


def handled():
    try:
        int("x")
    except ValueError as error:
        pass
    return error


def imported(flag):
    if flag:
        import functools
    return functools


def defined(flag):
    if flag:
        def helper():
            return 1

        class Local:
            pass
    return helper, Local


def matched(value):
    match value:
        case [a, b]:
            pass
    return a


def with_target(flag):
    if flag:
        with open_nothing() as handle:
            pass
    return handle


def walrus(flag):
    flag and (found := 1)
    return found


def free():
    def inner():
        return later

    inner()
    later = 1


def free_deleted():
    value = 1

    def inner():
        return value

    del value
    return inner()


def nonlocal_deleted():
    value = 1

    def inner():
        nonlocal value
        del value
        del value

    inner()


def annotated():
    x: int
    return x


for action in (
    lambda: assigned(False), deleted, augmented, lambda: looped([]), handled, lambda: imported(False), lambda: defined(False),
    lambda: matched(5), lambda: with_target(False), lambda: walrus(0), free, free_deleted, nonlocal_deleted, annotated,
):
    try:
        action()
    except NameError as error:
        print(type(error).__name__, error, error.name)
print(assigned(True), looped([5]), walrus(1))
free()
