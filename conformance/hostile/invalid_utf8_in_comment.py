# ---
# id: invalid_utf8_in_comment
# desc: Bytes that are not UTF-8 in a comment.
# ref: 2.1
# features: [limits, lexer, syntax_error, unicode]
# limits: {time: 1, memory: 32MiB}
# expect: exception SyntaxError
# ---
print("before")
# ÿþ€
print("after")
