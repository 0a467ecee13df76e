# ---
# id: syntax/dict_lambda_before_error
# desc: A lambda that makes a dict is not blamed for a later mistake.
# ref: 10
# features: [syntax_error, lexer]
# ---
# A body that begins with a brace looks like the field of an f-string.
print("never printed")
make = lambda key: {key: [key, "value"]}
other = (lambda: {})()
text = f"{make('a')!r:>20}"
for key in make("b"):
    print(key, other, text)

total = = 3
print(total)
