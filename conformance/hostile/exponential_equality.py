# ---
# id: exponential_equality
# desc: Equality of two lists that share their parts and double forty times.
# ref: 6.10.1
# features: [limits, list, comparison]
# limits: {time: 1, memory: 64MiB}
# expect: limit time|memory or ok
# ---
left, right = [1], [1]
for _ in range(40):
    left, right = [left, left], [right, right]
print(left == right)
