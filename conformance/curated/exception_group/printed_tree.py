# ---
# id: exception_group/printed_tree
# desc: A nested group with causes, contexts, notes and deep levels is printed as a tree.
# ref: exceptions#ExceptionGroup
# features: [exception_group, traceback]
# ---
def fail(n):
    if n == 0:
        raise ValueError("zero")
    if n == 1:
        try:
            fail(0)
        except ValueError as error:
            raise KeyError("one") from error
    if n == 2:
        try:
            fail(0)
        except ValueError:
            raise TypeError("two")
    raise OSError(n, "other")


def gather(*numbers):
    errors = []
    for n in numbers:
        try:
            fail(n)
        except Exception as error:
            error.add_note(f"note for {n}\nsecond line")
            errors.append(error)
    return errors


class Custom(ExceptionGroup):
    def __str__(self):
        return "custom text"


print([type(e).__name__ for e in gather(0, 1, 2, 3)])
try:
    raise ExceptionGroup("caught", gather(0, 3))
except ExceptionGroup as group:
    print(group, [e.__notes__ for e in group.exceptions])


def run():
    inner = ExceptionGroup("inner group", gather(2, 3))
    inner.add_note("on the inner group")
    try:
        raise inner
    except ExceptionGroup as caught:
        raise Custom("outer", [caught, *gather(1), SyntaxError("bad", ("file.py", 1, 3, "a b", 1, 4)), ValueError()])


run()
