# ---
# id: modular_power
# desc: A modular power with an exponent of millions of bits.
# ref: functions#pow
# features: [limits, int, big_int, builtins]
# limits: {time: 0.5, memory: 64MiB}
# expect: limit time|memory
# ---
print(pow(3, (1 << 5_000_000) - 1, (1 << 100_003) - 7) % 10)
