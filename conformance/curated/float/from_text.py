# ---
# id: float/from_text
# desc: float() on text of all forms, and its error texts.
# ref: functions#float
# features: [float, builtins, exception, str]
# ---
good = ["1", " 1.5\n", "-.5", "5.", "1e5", "1E+5", "1_000.5", "inf", "-Infinity", "+nan", "NaN", "1e400", "-1e-400", "\u0661.5",
        "0x10", "1e", "", ".", "1.2.3", "1__0", "_1", "1_", "1e_5", "infinit", "--1", "1 2", "\ud800", "a\nb", "1\x002"]
for text in good:
    try:
        print(repr(text), float(text))
    except ValueError as error:
        print(repr(text), error)
print(float(), float(True), float(10**20), float(b"2.5"), float("123456789" * 5), float("0." + "0" * 50 + "123"))
print(float("2.4703282292062328e-324"), float("1.7976931348623159e308"), float("9007199254740993"))
for value in (None, [], {}, "x" * 60, (1,), b"1x", 10**400, int):
    try:
        print(float(value))
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
print(float("1.5") + float("one and a half"[:0] or "2"))
