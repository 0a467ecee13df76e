# ---
# id: hex_text_of_huge_int
# desc: Conversion of tens of millions of bits to text in a base that has no limit.
# ref: functions#hex
# features: [limits, int, big_int, str]
# limits: {time: 2, memory: 64MiB}
# expect: limit time|memory or ok
# ---
print(len(hex(1 << 100_000_000)), len(bin(1 << 30_000_000)))
