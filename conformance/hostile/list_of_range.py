# ---
# id: list_of_range
# desc: list() of a range of 10**18.
# ref: functions#list
# features: [limits, list, range]
# limits: {time: 1, memory: 32MiB}
# expect: limit memory or exception MemoryError
# ---
print(len(list(range(10**18))))
