# ---
# id: count_in_long_list
# desc: Linear scans in a loop, without any Python code inside.
# ref: stdtypes#list
# features: [limits, list, method]
# limits: {time: 1, memory: 64MiB}
# expect: limit time|memory
# ---
items = [0] * 5_000_000
while True:
    items.count(1), 1 in items, items == items[:], items.reverse()
