# ---
# id: unpack_for_ever
# desc: Unpacking an endless iterator into a call and a star target.
# ref: 6.3.4
# features: [limits, starred, iterator]
# limits: {time: 2, memory: 32MiB}
# expect: limit memory|time
# ---
first, *rest = iter(list, 1)
