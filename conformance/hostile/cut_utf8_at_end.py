# ---
# id: cut_utf8_at_end
# desc: A character cut off by the end of the file.
# ref: 2.1
# features: [limits, lexer, syntax_error, unicode]
# limits: {time: 1, memory: 32MiB}
# expect: exception SyntaxError
# ---
print("before")
x = 1  # â‚