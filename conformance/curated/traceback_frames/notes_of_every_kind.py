# ---
# id: traceback_frames/notes_of_every_kind
# desc: Notes: several, empty, with newlines, not strings, not a list, and on chained exceptions.
# ref: exceptions#BaseException.add_note
# features: [traceback, notes]
# ---
class Odd:
    def __str__(self):
        return "odd str"

    def __repr__(self):
        return "odd repr"


def attempt(function):
    try:
        function()
    except TypeError as error:
        print("TypeError", error)


e = ValueError("with notes")
print(hasattr(e, "__notes__"))
e.add_note("first")
e.add_note("")
e.add_note("two\nlines")
print(e.__notes__, e.args, str(e), repr(e))
attempt(lambda: e.add_note(5))
attempt(lambda: e.add_note())
attempt(lambda: ValueError.add_note("x", "y"))
e.__notes__.append(Odd())
e.__notes__.append(5)
print(len(e.__notes__))
other = KeyError("cause")
other.__notes__ = "a string"
third = OSError(3, "context")
third.__notes__ = ("tuple", "of notes")
fourth = TypeError()
fourth.__notes__ = None
del e.__notes__[1]
try:
    try:
        raise fourth
    except TypeError:
        raise third
except OSError as caught:
    print(repr(caught.__context__))
    try:
        raise other
    except KeyError:
        raise e from other
