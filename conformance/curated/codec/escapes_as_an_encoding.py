# ---
# id: codec/escapes_as_an_encoding
# desc: unicode_escape and raw_unicode_escape, both ways, with every mistake.
# ref: codecs
# features: [str, bytes, unicode, exception, warning]
# ---
for text in ("abc\\", "a\n\t\r\x00\x7f\x1f'\"", "\xe9\xff\u1234\U0001f600\ud800", ""):
    print(text.encode("unicode_escape"), text.encode("unicode-escape", "ignored"), text.encode("raw_unicode_escape"))
mistakes = [b"\\x41\\x4", b"\\x", b"\\xzz", b"\\u12", b"\\U00110000", b"\\U0011", b"abc\\", b"\\N{nope}", b"\\N", b"\\N{",
            b"\\N{BULLET", b"\\N{}", b"\\Nx", b"\\x4 1"]
fine = [b"a\\nb\\t\\\\ \\' \\\" \\a\\b\\f\\v\\r", b"\\u1234\\ud800\\U0001F600", b"\\N{BULLET}\\N{latin small letter a}",
        b"\\101\\7\\08\\0", b"\xe9\xff", b"a\\\nb"]
for data in mistakes + fine:
    for handler in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
        try:
            print(data, handler, ascii(data.decode("unicode_escape", handler)))
        except UnicodeDecodeError as error:
            print(data, handler, error, error.start, error.end)
for data in (b"a\\u1234\\x41", b"\\u12", b"\\U00110000", b"\xe9\\", b"\\\\u1234", b"\\U0001F600\\n", b"\\u123"):
    for handler in ("strict", "replace"):
        try:
            print(data, handler, ascii(data.decode("raw_unicode_escape", handler)))
        except UnicodeDecodeError as error:
            print(data, handler, error)
print(ascii(b"\\q \\q \\777".decode("unicode_escape")))
print(ascii(b"\\400".decode("unicode_escape")))
