# ---
# id: str/repr_and_escapes
# desc: repr and ascii choose quotes and escapes, and literals of every prefix and escape read back.
# ref: 2.5
# features: [str, lexer, unicode]
# ---
samples = ["plain", "it's", 'say "hi"', "both ' and \"", "tab\t nl\n cr\r nul\x00", "\x1b\x7f\x80\xa0\xad", "\u00e9\u0378\u200b\u2028",
           "\ud800\udfff", "\U0001f600\U000e0001", "back\\slash", ""]
for sample in samples:
    print(ascii(repr(sample)), ascii(sample), len(sample))
print("\a\b\f\n\r\t\v\\\'\"" == "\x07\x08\x0c\x0a\x0d\x09\x0b\x5c\x27\x22", "\101\60\7" == "A0\x07", "\N{EURO SIGN}" == "\u20ac")
print(r"raw \n \' kept", r'\\', R"\x41", rb"\n", b"\x41\102", u"old" == "old")
print("""triple
  'quoted' "text\"""" '' "joined" " at" ' once')
print("line \
continued", 'a' 'b' "c" r"\d")
print(len("\
"), len('''
'''), "\x41\u0042\U00000043")
print(repr(b"it's \"q\" \x00\xff\n"), repr(b"'"), ascii(b"\x80"))
print(str("é".encode("utf-8")), repr(str), str(object=5), str(b"ab", "ascii"), str(b"\xe9", encoding="latin-1"))
