# ---
# id: nested_lists_grow
# desc: A list nested deeper and deeper until memory ends.
# ref: stdtypes#list
# features: [limits, list, while]
# limits: {time: 5, memory: 32MiB}
# expect: limit memory|time
# ---
knot = []
while True:
    knot = [knot, [knot]]
