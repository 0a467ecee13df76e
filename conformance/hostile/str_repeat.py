# ---
# id: str_repeat
# desc: Text of a trillion characters.
# ref: 6.7
# features: [limits, str]
# limits: {time: 0.5, memory: 32MiB}
# expect: limit memory
# ---
print(len("a" * 10**12))
