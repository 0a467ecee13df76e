# ---
# id: squaring_for_ever
# desc: An int that doubles its length with every step.
# ref: 6.7
# features: [limits, int, big_int]
# limits: {time: 1, memory: 32MiB}
# expect: limit time|memory
# ---
x = 3
while True:
    x = x * x
