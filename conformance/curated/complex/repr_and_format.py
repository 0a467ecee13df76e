# ---
# id: complex/repr_and_format
# desc: repr, str and format of complex numbers: parentheses, signed zeros, widths, precisions, refusals.
# ref: formatspec
# features: [complex, format, fstring, exception]
# ---
inf, nan = float("inf"), float("nan")
for z in (0j, -0j, complex(-0.0, 0.0), complex(0.0, -0.0), 1 + 2j, 1.5e300 - 1e-300j, complex(nan, -inf), complex(inf, nan),
          1e16j, 12345678.9 + 0.1j, -1 - 0j):
    print(z, repr(z), [z], {z: z}, f"{z!r:>30}|")
for spec in ("", ".2f", ">20", "<20", "^20", "*^+20.3e", "10", "g", ",.2f", ",", "_", "#.0f", "n", ".3", " ", "+", "-",
             "z.1f", "F", "E", "20.1f", ".0", "_.3f", "<+30,.1f", "G", ".20g", ">\u00e910"):
    for z in (1 + 2j, 12345.678 - 0.001j, 2.5j, complex(-0.0, nan)):
        try:
            print(repr(spec), repr(format(z, spec)))
        except ValueError as error:
            print(repr(spec), "ValueError", error)
for spec in ("020", "=20", "%", "d", "s", "x", "0>20", ".2%", "c", "20x", ".2147483648f"):
    try:
        print(format(1 + 2j, spec))
    except ValueError as error:
        print(spec, "ValueError", error)
for form in ("%s", "%r", "%d", "%f", "%x", "%c", "%5.1s|"):
    try:
        print(form % 1j, form % (2 - 3j))
    except TypeError as error:
        print(form, error)
print("{0.real} {0.imag:.3f} {0!s:>10}".format(3 - 4j))
