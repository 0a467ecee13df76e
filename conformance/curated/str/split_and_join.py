# ---
# id: str/split_and_join
# desc: split, rsplit, splitlines, partition, rpartition and join with their error texts.
# ref: stdtypes#str.split
# features: [str, method, list, exception]
# ---
for text in ("a,b,,c", "", ",", "  two  words ", "a\tb\nc", "x"):
    print(repr(text), text.split(","), text.split(), text.split(",", 1), text.rsplit(",", 1), text.split(None, 1), text.rsplit(maxsplit=1))
    print("   ", text.partition(","), text.rpartition(","), text.split(sep=",", maxsplit=0), text.rsplit(None, 0))
print("one\ntwo\r\nthree\rfour\x0bfive\x1csix\u2028seven".splitlines(), "a\n\nb\n".splitlines(True), "".splitlines(), "\n".splitlines())
print("aXXbXXXc".split("XX"), "aXXbXXXc".rsplit("XX"), "a\u00a0b\u3000c".split())
print(", ".join(["a", "b"]), "".join(()), "-".join("xyz"), "+".join(str(n) for n in range(4)), "x".join(["only"]))
for attempt in (
    lambda: "a".split(""),
    lambda: "a".split(1),
    lambda: "a".split("b", "c"),
    lambda: "a".partition(""),
    lambda: "a".partition(),
    lambda: ",".join(["a", 1]),
    lambda: ",".join(1),
    lambda: ",".join("a", "b"),
    lambda: "a".splitlines("x", "y"),
    lambda: ",".join(["a", b"b"]),
):
    try:
        print(attempt())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
