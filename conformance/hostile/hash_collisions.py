# ---
# id: hash_collisions
# desc: Dict keys whose hashes all collide.
# ref: functions#hash
# features: [limits, dict, hash, int]
# limits: {time: 2, memory: 64MiB}
# expect: limit time|memory or ok
# ---
table = {}
for n in range(1_000_000):
    table[n * (2**61 - 1)] = n
print(len(table))
