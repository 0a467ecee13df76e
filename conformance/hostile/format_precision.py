# ---
# id: format_precision
# desc: A float printed with a thousand million digits.
# ref: string#formatspec
# features: [limits, format, float]
# limits: {time: 1, memory: 32MiB}
# expect: limit memory|time or exception ValueError|OverflowError|MemoryError
# ---
print(len(f"{0.1:.1000000000f}"))
