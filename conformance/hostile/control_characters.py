# ---
# id: control_characters
# desc: Control characters between tokens.
# ref: 2.1
# features: [limits, lexer, syntax_error]
# limits: {time: 1, memory: 32MiB}
# expect: exception SyntaxError
# ---
x =  1
[2J
