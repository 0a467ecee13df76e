# ---
# id: list_repeat
# desc: A list of ten thousand million items.
# ref: 6.7
# features: [limits, list]
# limits: {time: 0.5, memory: 32MiB}
# expect: limit memory
# ---
print(len([0] * 10**10))
