# ---
# id: codec/one_byte_encodings
# desc: The encodings of one byte a character: what they can and cannot say, and how they are called.
# ref: codecs
# features: [str, bytes, unicode, exception]
# ---
samples = ["abc", "\u20ac\u201equoted\u201c", "\u041f\u0440\u0438\u0432\u0435\u0442", "na\u00efve \u00ff", "\u4e2d\u4e2d!", "\u0141\u00f3d\u017a"]
for name in ("cp1252", "windows-1252", "1252", "cp1251", "cp1250", "koi8-r", "KOI8_U", "iso-8859-15", "latin9", "iso8859-2",
             "cp437", "IBM850", "cp866", "mac-roman", "iso_8859-5", "greek", "latin-2", "cp-1252", "iso8859-12"):
    for text in samples:
        try:
            data = text.encode(name)
            print(name, data, data.decode(name) == text)
        except (UnicodeError, LookupError) as error:
            print(name, type(error).__name__, ascii(str(error)))
for name in ("cp1252", "iso8859-3", "cp1253", "koi8-r", "cp437"):
    text = bytes(range(256)).decode(name, "replace")
    print(name, ascii(text[128:]), text.encode(name, "replace")[120:130])
    for handler in ("strict", "ignore", "backslashreplace", "surrogateescape"):
        try:
            print(handler, ascii(b"a\x81\xaa\xd2b".decode(name, handler)))
        except UnicodeDecodeError as error:
            print(handler, error, error.start, error.end, error.reason, error.encoding)
for handler in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass", "bogus"):
    try:
        print(handler, "a\u4e2d\udc81\u20acb".encode("cp1252", handler))
    except (UnicodeError, LookupError) as error:
        print(handler, ascii(str(error)))
