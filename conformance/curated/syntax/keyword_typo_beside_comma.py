# ---
# id: syntax/keyword_typo_beside_comma
# desc: Where a comma may be missing, a keyword can be what was meant.
# ref: 10
# features: [syntax_error, lexer]
# ---
# The message of the forgotten comma is replaced as well.
print("never printed")
names = ["a", "b"]
count = 0
while count < 2:
    count += 1

found = [name fro name in names]
print(found, count)
