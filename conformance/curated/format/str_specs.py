# ---
# id: format/str_specs
# desc: Format specifications of text and of the values that take none.
# ref: string#formatspec
# features: [format, str, none, list, exception]
# ---
for spec in ("", "s", "5", "<5", ">5", "^6", ".2", "5.1s", "*<5", "\u20ac>4", "05", "<05", "0<5", "=^5", ">>5"):
    print(repr(spec), ascii(format("abc", spec)), ascii(f"{'\u00e9':{spec}}"))
for value in ("abc", None, [1], (1,), {}, {1}, range(2), ..., b"x", len, slice(1), int):
    for spec in ("", "5", "d", "=5", "+", ",", "x", "#", "z", " "):
        try:
            print(repr(value), repr(spec), repr(format(value, spec)))
        except (ValueError, TypeError) as error:
            print(repr(value), repr(spec), type(error).__name__, error)
try:
    format("a", 5)
except TypeError as error:
    print(error)
print(format("a"), format(None), "{:>5}|{:<5}|".format("r", "l"))
print(f"{None:>10}")
