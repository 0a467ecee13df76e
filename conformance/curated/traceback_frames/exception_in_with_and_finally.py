# ---
# id: traceback_frames/exception_in_with_and_finally
# desc: Frames of __exit__, and which line of a with statement is marked.
# ref: 8.5
# features: [traceback, with, finally, caret]
# ---
class Manager:
    def __init__(self, name, fail_enter=False, fail_exit=False):
        self.name, self.fail_enter, self.fail_exit = name, fail_enter, fail_exit

    def __enter__(self):
        if self.fail_enter:
            raise LookupError(f"{self.name} enter")
        return self

    def __exit__(self, kind, value, trace):
        if self.fail_exit:
            raise OSError(f"{self.name} exit")


def lines(error):
    out, tb = [], error.__traceback__
    while tb:
        out.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return out


def body(first, second, fail=False):
    with (
        Manager(*first) as a,
        Manager(*second) as b,
    ):
        if fail:
            raise ValueError("body")
        print(a.name, b.name)
    return "done"


print(body(("a",), ("b",)))
for arguments in (
    (("a", True), ("b",)),
    (("a",), ("b", True)),
    (("a",), ("b", False, True)),
    (("a", False, True), ("b", False, True), True),
):
    try:
        body(*arguments)
    except (LookupError, OSError) as error:
        print(error, lines(error), error.__context__ and (str(error.__context__), lines(error.__context__)))


def final():
    try:
        body(("x",), ("y", False, True), True)
    finally:
        print("finally")
        undefined_name


final()
