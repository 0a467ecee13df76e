# ---
# id: dict_grows_for_ever
# desc: A dict that takes new keys for ever.
# ref: stdtypes#dict
# features: [limits, dict, while]
# limits: {time: 5, memory: 32MiB}
# expect: limit memory|time
# ---
table = {}
while True:
    table[len(table)] = None
