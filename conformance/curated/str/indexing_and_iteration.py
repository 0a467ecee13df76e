# ---
# id: str/indexing_and_iteration
# desc: Indexing, slicing, iterating and repeating text with characters of all widths.
# ref: stdtypes#text-sequence-type-str
# features: [str, subscript, slice, for, unicode]
# ---
text = "a\u00e9\u20ac\U0001f600z"
for index, char in enumerate(text):
    print(index, ascii(char), ord(char), len(char.encode()), text[index] == char, text[index - 5] == char)
print(ascii(text[::-1]), ascii(text[1:4]), ascii(text[-2:]), len(text), len(text * 3), ascii(text[3] * 2))
print("ab" * 0, "ab" * -1, 3 * "-=", "a" "b" 'c' """d""", "x" + "y" * 2)
print(max(text) == "\U0001f600", min(text), sorted(text) == list(text), "\u20ac" in text, "a\u00e9" in text)
print("abc" < "abd", "abc" < "ab", "Z" < "a", "\uffff" < "\U00010000", "" < "a", "a" == "a\x00")
print(chr(0x10FFFF) == "\U0010ffff", ascii(chr(0xD800)), ord("\x7f"), chr(97))
for attempt in (lambda: text[5], lambda: text[-6], lambda: text["a"], lambda: text[1.0], lambda: ord("ab"), lambda: chr(-1), lambda: ord("")):
    try:
        print(attempt())
    except (IndexError, TypeError, ValueError) as error:
        print(type(error).__name__, error)
