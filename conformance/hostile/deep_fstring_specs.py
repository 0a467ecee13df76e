# ---
# id: deep_fstring_specs
# desc: Format specs nested in format specs two hundred deep.
# ref: 2.1
# features: [limits, lexer, syntax_error, fstring]
# limits: {time: 1, memory: 32MiB}
# expect: exception SyntaxError
# ---
x = 1
print(f"{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:{x:}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}")
