# ---
# id: traceback/suppressed_uncaught
# desc: raise ... from None prints only the new exception.
# ref: 7.8
# features: [raise, chaining, traceback, caret, exception]
# ---
colours = {"red": 0xFF0000, "green": 0x00FF00}


def colour(name):
    try:
        return colours[name]
    except KeyError:
        known = ", ".join(sorted(colours))
        raise LookupError(f"no colour {name}; known: {known}") from None


print(hex(colour("red")))
try:
    colour("blue")
except LookupError as error:
    print(error)
    print(repr(error.__context__), error.__cause__, error.__suppress_context__)
for name in ("green", "mauve"):
    print(name, f"{colour(name):06x}")
