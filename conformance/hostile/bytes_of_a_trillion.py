# ---
# id: bytes_of_a_trillion
# desc: Bytes of a trillion zeros.
# ref: functions#bytes
# features: [limits, bytes]
# limits: {time: 0.5, memory: 32MiB}
# expect: limit memory
# ---
print(len(bytes(10**12)))
