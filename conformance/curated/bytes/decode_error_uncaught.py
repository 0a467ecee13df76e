# ---
# id: bytes/decode_error_uncaught
# desc: A UnicodeDecodeError is uncaught with offending byte and place in its text.
# ref: exceptions#UnicodeDecodeError
# features: [bytes, unicode, exception, traceback, caret]
# ---
def describe(data):
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.encoding, error.start, error.end, error.reason, error.object


for data in (b"ok", b"\x80", b"a\xc3", b"a\xc3(", b"\xe2\x82", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\xaf", b"\xf0\x9f\x98"):
    print(data, describe(data))
lines = [b"first", b"second", b"th\xefrd"]
decoded = []
for line in lines[:2]:
    decoded.append(line.decode())
print(decoded)
print([line.decode() for line in lines])
