# ---
# id: hash_of_deep_tuple
# desc: hash of a tuple nested a million deep.
# ref: functions#hash
# features: [limits, tuple, hash, recursion]
# limits: {time: 5, memory: 256MiB}
# expect: exception RecursionError or limit depth|memory|time or ok
# ---
deep = ()
for _ in range(10**6):
    deep = (deep,)
print(hash(deep) == hash(deep))
