# ---
# id: complex/from_text
# desc: What complex() reads, and what it says to everything else.
# ref: functions#complex
# features: [complex, exception]
# ---
for text in ("1", "1+2j", " ( 1e3-4J ) ", "j", "-j", "+J", "1_0+2_0j", "nan+infj", "-Infinity-nanj", "1.5e-3j", ".5+.5j",
             "1-j", "(j)", "\u0661+\u0662j", "\t3\n", "-0-0j", "1e400j",
             "", "()", "1+", "1+2", "(1", "1)", "((1))", "1 + 2j", "1__0", "_1", "1j+2", "1j2", "jj", "1+2jx", "e5", "1e+j",
             "++1", "0x1j", "inf inity", "1,2"):
    try:
        print(ascii(text), complex(text))
    except ValueError as error:
        print(ascii(text), "ValueError", ascii(str(error)))
print(complex(), complex(3), complex(1.5, -2), complex(True, False), complex(1j), complex(real=1, imag=2), complex(imag=2))
for arguments, names in ((([],), {}), ((b"1",), {}), ((1, "2"), {}), (("1", 2), {}), ((1, []), {}), (([], 1), {}),
                         ((1, 2, 3), {}), ((), {"x": 1}), ((1,), {"real": 2}), ((10**400,), {}),
                         ((None,), {}), ((1,), {"imag": None})):
    try:
        print(complex(*arguments, **names))
    except Exception as error:
        print(arguments if len(str(arguments)) < 50 else "...", names, type(error).__name__, error)
print(complex.from_number(3), complex.from_number(2.5), complex.from_number(3j))
try:
    complex.from_number("3")
except TypeError as error:
    print(error)
