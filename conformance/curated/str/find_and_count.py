# ---
# id: str/find_and_count
# desc: find, rfind, index, rindex, count, startswith, endswith with bounds of all kinds and their errors.
# ref: stdtypes#str.find
# features: [str, method, exception, slice]
# ---
text = "abracadabra"
for part in ("a", "abra", "", "z", "cad", text, text + "x"):
    print(repr(part), text.find(part), text.rfind(part), text.count(part), text.startswith(part), text.endswith(part), part in text)
print(text.find("a", 1), text.find("a", -2), text.find("", 11), text.find("", 12), text.rfind("a", 0, 5), text.find("bra", 2, -1))
print(text.count("a", 3), text.count("", 3, 5), text.count("aa"), "aaaa".count("aa"), text.index("c"), text.rindex("br", 0, 9))
print(text.startswith(("x", "ab")), text.endswith((), 3), text.startswith("ra", 2), text.endswith("cad", 0, 7), text.startswith("", 20))
print(text.find("a", None, None), text.find("a", -100, 100))
for attempt in (
    lambda: text.index("z"),
    lambda: text.rindex("a", 1, 2),
    lambda: text.find(1),
    lambda: text.find(),
    lambda: text.count("a", "b"),
    lambda: text.startswith(["a"]),
    lambda: text.startswith(("a", 1)),
    lambda: text.endswith(None),
    lambda: 1 in text,
    lambda: text.index("a", 1, 2, 3),
):
    try:
        print(attempt())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
