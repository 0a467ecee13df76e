# ---
# id: traceback/raised_later
# desc: An exception object made early and raised later shows where it is raised, twice if raised twice.
# ref: 7.8
# features: [traceback, caret, exception, raise, function]
# ---
saved = ValueError("made at the top")


def raise_saved():
    raise saved


def twice():
    try:
        raise_saved()
    except ValueError:
        print("first time")
    raise_saved()


errors = [KeyError("k"), TypeError("t")]
for error in errors:
    try:
        raise error
    except (KeyError, TypeError) as caught:
        print(repr(caught), caught is error)
twice()
