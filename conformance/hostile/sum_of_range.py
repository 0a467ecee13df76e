# ---
# id: sum_of_range
# desc: A builtin that runs for ever without any Python code.
# ref: functions#sum
# features: [limits, builtins, range]
# limits: {time: 0.5}
# expect: limit time
# ---
print(sum(range(10**18)))
