# ---
# id: big_division
# desc: Long division of ints of millions of digits.
# ref: 6.7
# features: [limits, int, big_int]
# limits: {time: 0.5, memory: 64MiB}
# expect: limit time|memory
# ---
n = (1 << 20_000_000) - 1
d = (1 << 10_000_000) - 3
for _ in range(1000):
    n // d, n % d
