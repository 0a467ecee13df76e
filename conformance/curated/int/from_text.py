# ---
# id: int/from_text
# desc: int() on text: bases, prefixes, underscores, blanks, other digits, and the error texts.
# ref: functions#int
# features: [int, builtins, exception, str, bytes]
# ---
good = [("42",), (" -7\n",), ("+1_000",), ("0x1F", 16), ("ff", 16), ("0b101", 0), ("0o17", 0), ("z", 36), ("-0", 0),
        (b"12",), ("\u0663\u0664",), ("101", 2), ("0_7", 8), ("00", 0), ("1" * 40,)]
for arguments in good:
    print(arguments, int(*arguments))
bad = [("",), ("1.5",), ("0x1F",), ("1__0",), ("_1",), ("1_",), ("9", 8), ("012", 0), ("1", 37), ("1", 1), ("1", -2),
       ("- 1",), ("++1",), (b"1\xff",), ("12", "3"), (12, 3), ("\ud800",), ("a\x00",), (None,), ([],), ("0b",), ("0b", 0),
       (float("nan"),), (float("inf"),), ("one", 10)]
for arguments in bad:
    try:
        print(arguments, int(*arguments))
    except (ValueError, TypeError, OverflowError) as error:
        print(repr(arguments), type(error).__name__, str(error))
print(int(), int(3.99), int(-3.99), int(1e20), int(True), int("7", base=8))
