# ---
# id: sort_with_slow_keys
# desc: A sort whose key function never returns.
# ref: stdtypes#list.sort
# features: [limits, sort, lambda]
# limits: {time: 0.5}
# expect: limit time
# ---
[3, 1, 2].sort(key=lambda n: [n for _ in iter(int, 1)])
