# ---
# id: traceback/multiline_message_uncaught
# desc: A message of several lines, and one with control characters, prints as it is.
# ref: exceptions
# features: [traceback, exception, raise]
# ---
messages = ["one line", "two\nlines", "tab\there", "", "trailing\n", "\u00fcnic\u00f6de", "quote ' and \""]
for message in messages:
    try:
        raise ValueError(message)
    except ValueError as error:
        print(ascii(str(error)), ascii(repr(error)))
for arguments in ((), ("a",), ("a", "b"), (None,), ([1],), (("t",),)):
    error = ValueError(*arguments)
    print(str(error), repr(error), error.args)


def fail(text, *more):
    raise ValueError(text, *more) if more else ValueError(text)


fail(
    "first line\n"
    "  second line\n"
    "third \u20ac line"
)
