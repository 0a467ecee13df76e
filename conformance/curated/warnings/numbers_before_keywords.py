# ---
# id: warnings/numbers_before_keywords
# desc: A number that runs into a keyword warns and still works.
# ref: 2.6
# features: [warning, lexer, int, float, conditional]
# ---
value = 1if 0o1else 2
print(value)
print([0x1for x in range(2)])
print(1or 2, 0and 1, 5in[5], 1.5if value else 0)
print(0b1and 0o7or 3)
try:
    print(1is 1.0)
except NameError:
    print("never")
print(10if 0else 20)
for n in range(3):
    print(n if n>1else-n, end=" ")
print()
