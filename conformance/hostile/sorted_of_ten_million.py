# ---
# id: sorted_of_ten_million
# desc: sorted of ten million items.
# ref: functions#sorted
# features: [limits, sort, list]
# limits: {time: 2, memory: 256MiB}
# expect: limit time|memory or ok
# ---
print(sorted((n * 7919) % 10_000_019 for n in range(10**7))[0])
