# ---
# id: join_explodes
# desc: A join of a long text with a long separator.
# ref: stdtypes#str.join
# features: [limits, str, method]
# limits: {time: 1, memory: 32MiB}
# expect: limit memory
# ---
text = "a" * 1_000_000
print(len(text.join(text)))
