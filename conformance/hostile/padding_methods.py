# ---
# id: padding_methods
# desc: Text methods asked to pad to a trillion characters.
# ref: stdtypes#string-methods
# features: [limits, str, method]
# limits: {time: 1, memory: 32MiB}
# expect: limit memory or exception OverflowError|MemoryError
# ---
print(len("a".ljust(10**12)) + len("a".center(10**12)) + len("1".zfill(10**12)) + len("\t".expandtabs(10**12)))
