# ---
# id: invalid_utf8_in_string
# desc: A byte that is not UTF-8 inside a string literal.
# ref: 2.1
# features: [limits, lexer, syntax_error, unicode]
# limits: {time: 1, memory: 32MiB}
# expect: exception SyntaxError
# ---
print("before")
print("café")
