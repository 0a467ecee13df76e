# ---
# id: exception_group/chains_and_notes_uncaught
# desc: A group that is a cause or a context of another exception, and one that has them.
# ref: exceptions#ExceptionGroup
# features: [exception_group, chaining, notes]
# ---
def raise_group(message, *errors):
    raise ExceptionGroup(message, list(errors))


try:
    raise_group("first", ValueError(1), TypeError(2))
except ExceptionGroup as group:
    print("caught", group.exceptions)
    first = group
try:
    raise RuntimeError("from a group") from first
except RuntimeError as error:
    print(repr(error.__cause__))


def convert():
    try:
        raise_group("low", KeyError("k"))
    except* KeyError as group:
        raise_group("high", OSError(1, "o"), group)


def wrap():
    try:
        convert()
    except ExceptionGroup as error:
        error.add_note("seen in wrap")
        error.exceptions[0].add_note("multi\nline")
        raise LookupError("plain at the end") from error


wrap()
