# ---
# id: repr_of_deep_list
# desc: repr of a list nested a million deep.
# ref: functions#repr
# features: [limits, list, recursion]
# limits: {time: 5, memory: 256MiB}
# expect: exception RecursionError or limit depth|memory|time
# ---
deep = []
for _ in range(10**6):
    deep = [deep]
print(len(repr(deep)))
