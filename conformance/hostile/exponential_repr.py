# ---
# id: exponential_repr
# desc: repr of a list that shares its parts and doubles forty times.
# ref: functions#repr
# features: [limits, list]
# limits: {time: 2, memory: 64MiB}
# expect: limit time|memory
# ---
items = []
for _ in range(40):
    items = [items, items]
print(len(repr(items)))
