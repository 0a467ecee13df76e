# ---
# id: isinstance_of_deep_tuple
# desc: isinstance with a tuple of classes nested a million deep.
# ref: functions#isinstance
# features: [limits, tuple, type, recursion]
# limits: {time: 5, memory: 256MiB}
# expect: exception RecursionError or limit depth|memory|time or ok
# ---
deep = ()
for _ in range(10**6):
    deep = (deep,)
print(isinstance(1, deep))
