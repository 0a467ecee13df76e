# ---
# id: format/percent_errors
# desc: The error texts of the % operator: too few, too many, wrong types and bad conversions.
# ref: stdtypes#printf-style-string-formatting
# features: [percent_format, str, bytes, exception]
# ---
attempts = [
    ("%d", "x"),
    ("%d", None),
    ("%d %d", 1),
    ("%d", (1, 2)),
    ("%s %s", ("a",)),
    ("%x", 1.5),
    ("%f", "1"),
    ("%c", "ab"),
    ("%c", -1),
    ("%c", 1.5),
    ("%q", 1),
    ("%", 1),
    ("abc%", ()),
    ("%(a)s", 5),
    ("%(a)s", {}),
    ("%(a", {"a": 1}),
    ("%(a)", {"a": 1}),
    ("%*d", ("a", 1)),
    ("%.*f", (1,)),
    ("none", 1),
    ("none", [1]),
    ("none", {"a": 1}),
    ("%d", float("inf")),
    ("%i", float("nan")),
    ("%s %(a)s", {"a": 1}),
    (b"%s", "text"),
    (b"%d", b"x"),
    (b"%b", 5),
    (b"%c", 256),
    (b"%z", 1),
]
for template, value in attempts:
    try:
        print(repr(template), value, "->", template % value)
    except (TypeError, ValueError, KeyError, OverflowError) as error:
        print(repr(template), value, type(error).__name__, error)
print(b"%s %d %x %c %a %r %5.1f%%" % (b"by", 5, 255, 65, "\u00e9", 1, 2.25))
print("total: %d items at %.2f" % (3, "cheap"))
