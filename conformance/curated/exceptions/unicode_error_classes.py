# ---
# id: exceptions/unicode_error_classes
# desc: UnicodeEncodeError, UnicodeDecodeError and UnicodeTranslateError made by hand: parts, texts and argument errors.
# ref: exceptions#UnicodeError
# features: [exception, unicode, raise, except, chaining, traceback]
# ---
encode = UnicodeEncodeError("codec", "text\u20ac", 4, 5, "no room")
decode = UnicodeDecodeError("codec", b"ab\xff", 2, 3, "bad byte")
translate = UnicodeTranslateError("text\u20ac", 0, 3, "no mapping")
for error in (encode, decode, translate):
    print(type(error).__name__, ascii(str(error)), ascii(repr(error)), error.start, error.end, error.reason, ascii(error.object))
    print(isinstance(error, UnicodeError), isinstance(error, ValueError), type(error).__bases__)
print(encode.encoding, decode.encoding, str(UnicodeError("plain", 1)), repr(UnicodeError()))
print(str(UnicodeEncodeError("c", "abc", 0, 2, "two at once")), str(UnicodeDecodeError("c", b"", 0, 1, "empty")))
for attempt in (
    lambda: UnicodeEncodeError("c"),
    lambda: UnicodeEncodeError("c", b"bytes", 0, 1, "r"),
    lambda: UnicodeDecodeError("c", "text", 0, 1, "r"),
    lambda: UnicodeDecodeError("c", b"x", "0", 1, "r"),
    lambda: UnicodeTranslateError("x", 0, 1),
):
    try:
        attempt()
    except TypeError as error:
        print(error)
try:
    raise encode
except UnicodeError as error:
    print("caught", error is encode)
try:
    try:
        raise encode
    except UnicodeEncodeError:
        raise decode
except UnicodeDecodeError as error:
    raise translate from error
