# ---
# id: print_for_ever_in_handler
# desc: Output without end whose limit no handler swallows.
# ref: functions#print
# features: [limits, print, while, try, except]
# limits: {time: 5, output: 1MiB}
# expect: limit output|time
# ---
while True:
    try:
        while True:
            print("x" * 1000, end="")
    except BaseException:
        print("swallowed")
