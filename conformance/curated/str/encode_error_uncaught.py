# ---
# id: str/encode_error_uncaught
# desc: A UnicodeEncodeError is uncaught and has all its parts.
# ref: exceptions#UnicodeEncodeError
# features: [str, unicode, exception, traceback, caret]
# ---
def spans(text):
    try:
        text.encode("ascii")
    except UnicodeEncodeError as error:
        return error.encoding, error.start, error.end, error.reason, error.object == text
    return None


print(spans("plain"))
print(spans("caf\u00e9"))
print(spans("\u00e9\u00e8 twice"))
print(spans("\U0001f600"))
failures = [ascii(text) for text in ("a", "\u00b5", "z") if spans(text)]
print(failures)
print("price: 5 \u20ac".encode("latin-1"))
