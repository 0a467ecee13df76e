# ---
# id: compare_deep_lists
# desc: Equality of two lists nested a million deep.
# ref: 6.10.1
# features: [limits, list, comparison, recursion]
# limits: {time: 5, memory: 256MiB}
# expect: exception RecursionError or limit depth|memory|time
# ---
left, right = [], []
for _ in range(10**6):
    left, right = [left], [right]
print(left == right)
