# ---
# id: system_exit_cannot_hide
# desc: A finally clause that would replace a limit by SystemExit.
# ref: exceptions#SystemExit
# features: [limits, system_exit, finally, try, while]
# limits: {time: 0.5}
# expect: limit time
# ---
while True:
    try:
        while True:
            pass
    finally:
        raise SystemExit(0)
