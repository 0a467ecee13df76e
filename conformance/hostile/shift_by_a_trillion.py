# ---
# id: shift_by_a_trillion
# desc: A shift that would need more memory than there is.
# ref: 6.8
# features: [limits, int, bitwise, big_int]
# limits: {time: 0.5, memory: 32MiB}
# expect: limit memory or exception OverflowError|MemoryError
# ---
print((1 << 10**12).bit_length())
