# ---
# id: power_tower
# desc: A power of a hundred million digits.
# ref: 6.5
# features: [limits, int, big_int]
# limits: {time: 0.5, memory: 32MiB}
# expect: limit time|memory
# ---
print(len(bin(10 ** 10**8)))
