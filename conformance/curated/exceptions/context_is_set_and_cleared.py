# ---
# id: exceptions/context_is_set_and_cleared
# desc: __context__ is the exception being handled when another is raised, and nothing after the handler.
# ref: 7.8
# features: [exception, chaining, except, try, for, function]
# ---
def fail(kind, *arguments):
    raise kind(*arguments)


def context_of(action):
    try:
        action()
    except Exception as error:
        names = []
        while error is not None:
            names.append(type(error).__name__)
            error = error.__context__
        return names


def in_handler():
    try:
        fail(KeyError)
    except KeyError:
        fail(ValueError)


def after_handler():
    try:
        fail(KeyError)
    except KeyError:
        pass
    fail(ValueError)


def in_else():
    try:
        pass
    except KeyError:
        pass
    else:
        fail(ValueError)


def in_finally():
    try:
        fail(KeyError)
    finally:
        fail(ValueError)


def in_loop():
    for n in range(3):
        try:
            fail(KeyError, n)
        except KeyError:
            continue
    fail(ValueError)


def nested_handlers():
    try:
        fail(KeyError)
    except KeyError:
        try:
            fail(TypeError)
        except TypeError:
            pass
        fail(ValueError)


def same_again():
    try:
        fail(KeyError)
    except KeyError as error:
        raise error


def called_from_handler():
    try:
        fail(OSError)
    except OSError:
        nested_handlers()


for action in (in_handler, after_handler, in_else, in_finally, in_loop, nested_handlers, same_again, called_from_handler):
    print(action.__name__, context_of(action))
outer = None
try:
    fail(IndexError)
except IndexError:
    outer = context_of(in_handler)
print(outer, context_of(after_handler))
