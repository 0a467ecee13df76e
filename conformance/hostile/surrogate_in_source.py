# ---
# id: surrogate_in_source
# desc: A surrogate encoded as if it were UTF-8.
# ref: 2.1
# features: [limits, lexer, syntax_error, unicode]
# limits: {time: 1, memory: 32MiB}
# expect: exception SyntaxError
# ---
print("í €")
