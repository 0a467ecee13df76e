# ---
# id: exit/text_code
# desc: SystemExit with text prints the text to stderr and exits with 1.
# ref: exceptions#SystemExit
# features: [system_exit, raise, chaining, except]
# ---
def parse(arguments):
    if not arguments:
        raise SystemExit("usage: parse WORD...")
    return [word.upper() for word in arguments]


print(parse(["a", "b"]))
try:
    parse([])
except SystemExit as error:
    print("caught:", error, error.args)
try:
    {}["missing"]
except KeyError as error:
    print("context is not printed", repr(error))
    raise SystemExit(("a tuple", [1])) from error
