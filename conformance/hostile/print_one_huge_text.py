# ---
# id: print_one_huge_text
# desc: A single print of more text than the output may have.
# ref: functions#print
# features: [limits, print, str]
# limits: {time: 2, output: 1MiB, memory: 64MiB}
# expect: limit output|memory
# ---
print("before")
print("x" * 16_000_000)
