# ---
# id: replace_explodes
# desc: A replacement that multiplies the length of a text a million times.
# ref: stdtypes#str.replace
# features: [limits, str, method]
# limits: {time: 1, memory: 32MiB}
# expect: limit memory
# ---
text = "a" * 1_000_000
print(len(text.replace("a", text)))
