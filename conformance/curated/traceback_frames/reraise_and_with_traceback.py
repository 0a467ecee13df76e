# ---
# id: traceback_frames/reraise_and_with_traceback
# desc: Frames kept when an exception is raised again, with_traceback, and a traceback that is cut.
# ref: 7.8
# features: [traceback, raise]
# ---
def low():
    raise ValueError("low")


def middle():
    low()


def saved():
    try:
        middle()
    except ValueError as error:
        return error


def lines(error):
    out, tb = [], error.__traceback__
    while tb:
        out.append(tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    return out


e = saved()
print(lines(e))
for _ in range(2):
    try:
        raise e
    except ValueError as again:
        print(lines(again), again is e)
try:
    raise e.with_traceback(None)
except ValueError as fresh:
    print(lines(fresh))
other = saved()
try:
    raise KeyError("borrowed").with_traceback(other.__traceback__)
except KeyError as error:
    print(lines(error))
error = saved()
error.__traceback__ = error.__traceback__.tb_next
print(lines(error))
error.__traceback__.tb_next = None
print(lines(error), error.__traceback__.tb_lasti >= 0, error.__traceback__.tb_frame.f_code.co_name)
for bad in (5, "x", error):
    try:
        error.with_traceback(bad)
    except TypeError as wrong:
        print(wrong)
try:
    error.__traceback__ = 5
except TypeError as wrong:
    print(wrong)
try:
    e.__traceback__.tb_next = e.__traceback__
except ValueError as wrong:
    print(wrong)


def again():
    try:
        middle()
    except ValueError:
        try:
            {}["x"]
        except KeyError:
            pass
        raise


def bare_in_function():
    raise


try:
    bare_in_function()
except RuntimeError as wrong:
    print(wrong)
try:
    middle()
except ValueError:
    try:
        bare_in_function()
    except ValueError as same:
        print(lines(same))
again()
