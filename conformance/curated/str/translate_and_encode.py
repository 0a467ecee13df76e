# ---
# id: str/translate_and_encode
# desc: maketrans, translate, encode with error handlers, and the errors of characters that do not fit.
# ref: stdtypes#str.translate
# features: [str, method, unicode, exception, dict, bytes]
# ---
table = str.maketrans({"a": "1", "b": None, 99: "see", "d": 0x1F600})
print(table, ascii("abcd abcd".translate(table)))
print(str.maketrans("abc", "xyz"), "aabbcc".translate(str.maketrans("abc", "xyz", "b")))
print("abc".translate({}), "abc".translate({97: "A", 98: ""}), "abc".translate("x" * 98 + "YZ"))
word = "na\u00efve \u20ac \U0001f600"
print(word.encode(), word.encode("utf-8"), word.encode("utf-16-le"), len(word), len(word.encode()))
print(word.encode("ascii", "ignore"), word.encode("ascii", "replace"), word.encode("latin-1", "backslashreplace"))
print(word.encode("ascii", "xmlcharrefreplace"), "abc".encode("ascii"), "\u00ff".encode("latin-1"))
for attempt in (
    lambda: word.encode("ascii"),
    lambda: "\ud800x".encode(),
    lambda: "a\u20acb".encode("latin-1"),
    lambda: "abc".encode("no-such"),
    lambda: "\u00e9".encode("ascii", "no-such"),
    lambda: "abc".encode(3),
    lambda: str.maketrans("ab", "c"),
    lambda: str.maketrans("a"),
    lambda: str.maketrans({"ab": "c"}),
    lambda: "a".translate({97: 1.5}),
    lambda: "a".translate({97: 0x110000}),
    lambda: "a".translate(),
):
    try:
        print(ascii(attempt()))
    except (TypeError, ValueError, LookupError) as error:
        print(type(error).__name__, ascii(str(error)))
