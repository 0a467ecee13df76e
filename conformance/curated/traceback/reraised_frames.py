# ---
# id: traceback/reraised_frames
# desc: A re-raised exception keeps its first frames and adds those it passes again.
# ref: 7.8
# features: [traceback, caret, exception, raise, except]
# ---
def fail(value):
    return value["missing"]


def guard(value):
    try:
        return fail(value)
    except KeyError as error:
        if value:
            raise
        raise error


def store(value):
    try:
        guard(value)
    except KeyError as error:
        return error


print(guard({"missing": 1}))
kept = store({"a": 1})
print(repr(kept))
again = store({})
print(repr(again), again.args, kept is again)
try:
    raise kept
except KeyError as error:
    print(error is kept)
guard({})
