# ---
# id: traceback/three_links_uncaught
# desc: A chain of three exceptions, cause and context mixed, prints from the oldest to the newest.
# ref: 7.8
# features: [raise, chaining, traceback, caret, exception, finally]
# ---
def first():
    return [][0]


def second():
    try:
        first()
    except IndexError as error:
        raise TypeError("second") from error


def third():
    try:
        second()
    finally:
        {}["third"]


def fourth():
    try:
        third()
    except KeyError:
        raise SystemError("fourth", 4)


try:
    fourth()
except SystemError as error:
    depth = 0
    here = error
    while here is not None:
        print(depth, repr(here))
        here, depth = here.__cause__ or here.__context__, depth + 1
fourth()
