# ---
# id: power_of_powers
# desc: Powers of powers, none of them printed.
# ref: 6.5
# features: [limits, int, big_int]
# limits: {time: 0.5, memory: 32MiB}
# expect: limit time|memory
# ---
x = 2
while True:
    x = x**7
