# ---
# id: syntax/leading_zeros_after_text
# desc: Columns are characters, also where a number has leading zeros.
# ref: 2.4.5
# features: [syntax_error, lexer]
# ---
# The lines before the error never run: nothing is printed.
print("never printed")
name = "größe"


def part(text, end):
    return text[:end]


print(part(name, 3))
for end in range(4):
    print(part(name, end))

print("é" + name[:02])
