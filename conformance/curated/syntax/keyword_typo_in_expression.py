# ---
# id: syntax/keyword_typo_in_expression
# desc: A misspelt `lambda` in an expression is named too.
# ref: 10
# features: [syntax_error, lexer]
# ---
# The first name whose replacement makes the line a program wins.
print("never printed")
values = [3, 1, 2]
for value in values:
    print(value)

ordered = sorted(values, key=lamda v: -v)
print(ordered)
