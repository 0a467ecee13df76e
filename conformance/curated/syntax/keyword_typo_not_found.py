# ---
# id: syntax/keyword_typo_not_found
# desc: No keyword makes the line a program: the plain message stays.
# ref: 10
# features: [syntax_error, lexer]
# ---
# Ten names are tried, three keywords for each.
print("never printed")
total = 0
for number in range(4):
    total += number
    if total > 3:
        print(total)

fro number range total:
    print(number)
