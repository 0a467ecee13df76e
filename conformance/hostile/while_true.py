# ---
# id: while_true
# desc: A loop that never ends.
# ref: 8.2
# features: [limits, while]
# limits: {time: 0.5}
# expect: limit time
# ---
while True:
    pass
