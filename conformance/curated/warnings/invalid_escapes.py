# ---
# id: warnings/invalid_escapes
# desc: Unknown escapes in text, bytes and f-strings warn with their place and are kept as they are.
# ref: 2.5
# features: [warning, str, bytes, fstring, lexer]
# ---
pattern = "\d+\s"
print(pattern, len(pattern))
data = b"\z\w"
print(data, len(data))
name = "x"
print(f"\q{name}\y", rf"\q{name}")
print("""two
lines \k here""")
octal = "\400"
print(ascii(octal))


def documented():
    "a docstring with \_ inside"
    return documented.__doc__


print(documented(), r"\d", "\\d", "\
joined")
