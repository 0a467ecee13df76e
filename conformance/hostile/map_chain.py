# ---
# id: map_chain
# desc: A chain of a million map objects, without a Python frame between them.
# ref: functions#map
# features: [limits, iterator, recursion]
# limits: {time: 5, memory: 256MiB}
# expect: exception RecursionError|MemoryError or limit depth|memory|time or ok
# ---
g = iter([1])
for _ in range(1_000_000):
    g = map(abs, g)
print(next(g))
