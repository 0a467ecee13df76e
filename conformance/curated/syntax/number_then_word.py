# ---
# id: syntax/number_then_word
# desc: A number runs into a word that only begins like a keyword.
# ref: 2.4.5
# features: [syntax_error, lexer]
# ---
# `1or 2` is let through with a warning, `1orx` is not.
print("never printed")
total = 0
for number in range(5):
    if number % 2:
        continue
    total += number

orx = total
print(0 or orx, 1 and orx)
print(1orx)
