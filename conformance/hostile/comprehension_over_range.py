# ---
# id: comprehension_over_range
# desc: A list comprehension over a range of 10**18.
# ref: 6.2.4
# features: [limits, comprehension, range, list]
# limits: {time: 5, memory: 32MiB}
# expect: limit memory|time
# ---
print(len([n for n in range(10**18)]))
