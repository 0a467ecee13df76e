# ---
# id: membership_in_endless_iterator
# desc: A membership test in an endless chain of builtin iterators.
# ref: functions#map
# features: [limits, builtins, iterator, membership]
# limits: {time: 0.5}
# expect: limit time
# ---
print(-1 in map(abs, filter(None, iter(int, 1))))
