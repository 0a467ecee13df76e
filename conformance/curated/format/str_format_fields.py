# ---
# id: format/str_format_fields
# desc: str.format: automatic, numbered and named fields, attributes, indices, conversions, nested specs.
# ref: string#formatstrings
# features: [format, str, method]
# ---
print("{} {} {}".format(1, "two", 3.0), "{2} {0} {1} {0}".format("a", "b", "c"), "{name} is {age}".format(name="Ann", age=30))
print("{0[1]} {1[key]} {1[2]}".format([10, 20], {"key": "v", 2: "int"}))
print("{0.real} {0.imag} {x.numerator}".format(5, x=7), "{0[0][1]} {a[b][c]}".format([["p", "q"]], a={"b": {"c": "deep"}}))
print("{!r} {!s} {!a} {!r:>6}".format("it's", "it's", "\u00e9", "x"), "{{}} {{{}}} }}{{".format("in"))
print("{:{}} {:{width}.{precision}f}|{:>{}}".format("a", 4, 3.14159, "z", 3, width=8, precision=2))
print("{:,} {:+} {:#x} {:.1%} {:e}".format(1234567, 5, 255, 0.256, 12345.678))
print("{:d}".format(True), "{}".format(None), "{:5}|".format(True), "{[a b]}".format({"a b": 1}), "{}".format({"k": [1]}))
print("{0}{1}".format(*"ab"), "{a}{b}".format(**{"a": 1, "b": 2}), "{x}".format_map({"x": "mapped"}), "".format(1, 2))
row = "{:<8}|{:^8}|{:>8}|{:*^8}"
for cells in (("a", 1, 2.5, "x"), ("long name!", -10, 1e10, None and 1 or "")):
    print(row.format(*cells))
print("{:%}".format(0.5), "{:c}".format(97), "{0:}".format(3), "{0!s:}".format(3))
