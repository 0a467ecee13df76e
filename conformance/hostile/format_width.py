# ---
# id: format_width
# desc: Format widths and precisions of thousands of millions.
# ref: string#formatspec
# features: [limits, format, percent_format, str]
# limits: {time: 1, memory: 32MiB}
# expect: limit memory or exception ValueError|OverflowError|MemoryError
# ---
print(len(format(1, "1000000000d")) + len("%1000000000d" % 1) + len(f"{1:>1000000000}"))
