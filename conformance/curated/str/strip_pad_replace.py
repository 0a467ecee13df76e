# ---
# id: str/strip_pad_replace
# desc: strip, pad, replace, removeprefix, expandtabs, zfill and their error texts.
# ref: stdtypes#str.strip
# features: [str, method, exception]
# ---
text = "  xxspamxx\t\n"
print([text.strip(), text.lstrip(), text.rstrip(), text.strip(" x"), text.strip(None), text.strip(""), "xyx".strip("yx")])
print([w.center(9, "*") for w in ("", "a", "ab", "abcdefghij")], "ab".ljust(5, "."), "ab".rjust(5), "abc".center(6), "ab".center(5))
print(["5".zfill(3), "-5".zfill(4), "+".zfill(3), "--1".zfill(5), "".zfill(2), "abc".zfill(1)])
print("a-b-c".replace("-", "+"), "a-b-c".replace("-", "", 1), "abc".replace("", "."), "abc".replace("", ".", 2), "aaa".replace("aa", "b"))
print("".replace("", "x"), "abc".replace("z", "y"), "abab".replace("ab", "ba", count=1), "x".replace("x", "xx", -1))
print("unhappy".removeprefix("un"), "unhappy".removesuffix("un"), "x.py".removesuffix(".py"), "aa".removeprefix("a"))
print(repr("a\tbc\td".expandtabs()), repr("a\tb\n\tc".expandtabs(4)), repr("\ta".expandtabs(0)), repr("ab\t|".expandtabs(tabsize=3)))
for attempt in (
    lambda: "a".strip(1),
    lambda: "a".center(),
    lambda: "a".center("3"),
    lambda: "a".ljust(3, "ab"),
    lambda: "a".ljust(3, 1),
    lambda: "a".replace("a"),
    lambda: "a".replace("a", 1),
    lambda: "a".replace("a", "b", "c"),
    lambda: "a".zfill("3"),
    lambda: "a".removeprefix(1),
    lambda: "a".expandtabs("x"),
):
    try:
        print(attempt())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
"a".rjust(5, "")
