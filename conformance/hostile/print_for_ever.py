# ---
# id: print_for_ever
# desc: Output without end.
# ref: functions#print
# features: [limits, print, while]
# limits: {time: 5, output: 1MiB}
# expect: limit output|time
# ---
while True:
    print("again and again")
