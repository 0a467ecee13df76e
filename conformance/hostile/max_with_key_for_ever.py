# ---
# id: max_with_key_for_ever
# desc: max() with a key function over an endless iterator.
# ref: functions#max
# features: [limits, builtins, lambda]
# limits: {time: 0.5}
# expect: limit time
# ---
print(max(range(10**18), key=lambda n: -n))
