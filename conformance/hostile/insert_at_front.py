# ---
# id: insert_at_front
# desc: Quadratic work inside one cheap-looking method.
# ref: stdtypes#list
# features: [limits, list, method]
# limits: {time: 1, memory: 64MiB}
# expect: limit time|memory
# ---
items = list(range(1_000_000))
while True:
    items.insert(0, items.pop())
