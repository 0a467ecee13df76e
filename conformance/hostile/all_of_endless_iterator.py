# ---
# id: all_of_endless_iterator
# desc: all() of an iterator that never ends and has no Python code.
# ref: functions#iter
# features: [limits, builtins, iterator]
# limits: {time: 0.5}
# expect: limit time
# ---
print(any(iter(int, 1)))
