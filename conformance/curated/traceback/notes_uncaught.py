# ---
# id: traceback/notes_uncaught
# desc: Notes added to an exception print below its message, several lines and all.
# ref: exceptions#BaseException.add_note
# features: [notes, traceback, exception, chaining]
# ---
def check(value):
    try:
        return int(value)
    except ValueError as error:
        error.add_note(f"while reading {value!r}")
        error.add_note("a second note\nwith two lines")
        raise


print(check("5"))
try:
    check("five")
except ValueError as error:
    print(error.__notes__, str(error), error.args)
plain = ValueError("plain")
print(hasattr(plain, "__notes__"))
plain.add_note("")
print(plain.__notes__, repr(plain))
try:
    plain.add_note(5)
except TypeError as error:
    print(error)
try:
    check("outer")
except ValueError as error:
    final = ValueError("final")
    final.add_note("tail note \u20ac")
    raise final from error
