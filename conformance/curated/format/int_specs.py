# ---
# id: format/int_specs
# desc: Format specifications of ints: fill, alignment, sign, width, grouping and every presentation type.
# ref: string#formatspec
# features: [format, int, bool]
# ---
numbers = [0, 5, -42, 255, 1234567, -9876543210, 10**25]
specs = ["", "d", "5", "<6", ">6", "^7", "=7", "07", "+", " ", "-", "+,", ",", "_", "x", "X", "#x", "#X", "o", "#o", "b", "#b", "#_b", "_x",
         "*^+9,d", "0=+10", "n", "e", ".2e", "f", ".1f", ",.2f", "g", "%", ".1%", "#010x", "<010", "x<5", "{^5", "}>5"]
for number in numbers:
    print(number, [format(number, spec) for spec in specs])
print(format(65, "c"), format(0x20AC, "c") == "\u20ac", format(True), format(True, "d"), format(False, "5"), format(True, "x"), format(65, "5c") + "|")
print(f"{255:#06x} {255:#b} {1234567:_d} {-5:05} {5:+05d} {10**20:,}")
for spec in ("s", "c", ".2d", ",c", "+c", "#,", "z", "_n", ",x", "5.", "y", "0.0", "99999999999999999999", ".", "=s", "d5", " -5"):
    try:
        print(repr(spec), format(1114112, spec))
    except (ValueError, OverflowError) as error:
        print(repr(spec), type(error).__name__, error)
