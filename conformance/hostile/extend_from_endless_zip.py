# ---
# id: extend_from_endless_zip
# desc: extend() from an endless zip.
# ref: stdtypes#list
# features: [limits, list, iterator]
# limits: {time: 2, memory: 32MiB}
# expect: limit memory|time
# ---
items = []
items.extend(zip(iter(int, 1), iter(str, "x")))
