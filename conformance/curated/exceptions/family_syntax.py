# ---
# id: exceptions/family_syntax
# desc: SyntaxError, IndentationError and TabError made by hand: parts, texts, and the place printed when uncaught.
# ref: exceptions#SyntaxError
# features: [exception, raise, except, chaining, traceback, type]
# ---
classes = [SyntaxError, IndentationError, TabError]
for kind in classes:
    plain = kind("plain")
    print(kind, kind.__bases__, repr(plain), str(plain), plain.msg, plain.lineno, plain.filename, plain.args)
    full = kind("full", ("some.py", 3, 5, "    x = = 1\n"))
    print("   ", repr(full), str(full), full.msg, full.filename, full.lineno, full.offset, repr(full.text))
    print("   ", full.end_lineno, full.end_offset, issubclass(kind, SyntaxError), isinstance(full, Exception))
for arguments in (("m", (1, 2)), ("m", 5), ("m", ("f", 1, 2, "t", 3)), ("m", ("f", 1, 2, "t", 3, 4)), ("m", None)):
    try:
        error = SyntaxError(*arguments)
        print(repr(error), str(error), error.end_lineno)
    except (TypeError, IndexError) as problem:
        print(type(problem).__name__, problem)
try:
    raise TabError("tabs")
except IndentationError as error:
    print("caught", repr(error))
try:
    raise IndentationError("by hand", ("code.py", 2, 3, "  pass", 2, 7))
except SyntaxError as error:
    raise SyntaxError("also by hand", ("other.py", 1, 1, "x y", 1, 2)) from error
