# ---
# id: set_of_texts_grows
# desc: A set of ever more texts.
# ref: stdtypes#set
# features: [limits, set, str, comprehension]
# limits: {time: 5, memory: 32MiB}
# expect: limit memory|time
# ---
print(len({str(n) for n in range(10**12)}))
