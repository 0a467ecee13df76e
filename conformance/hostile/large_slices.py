# ---
# id: large_slices
# desc: Slices of a large list in a loop.
# ref: 6.3.3
# features: [limits, list, slice]
# limits: {time: 1, memory: 64MiB}
# expect: limit time|memory
# ---
items = [None] * 2_000_000
while True:
    items[1::2] = items[::2]
