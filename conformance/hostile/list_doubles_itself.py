# ---
# id: list_doubles_itself
# desc: A list that is extended with itself for ever, the limit inside a handler.
# ref: stdtypes#list
# features: [limits, list, try, except]
# limits: {time: 1, memory: 32MiB}
# expect: limit memory
# ---
items = [0]
while True:
    try:
        items.extend(items)
    except MemoryError:
        items = items[:]
