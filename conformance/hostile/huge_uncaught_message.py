# ---
# id: huge_uncaught_message
# desc: An uncaught exception with a message of ten megabytes.
# ref: exceptions
# features: [limits, exception, raise, traceback]
# limits: {time: 2, output: 1MiB, memory: 64MiB}
# expect: clean
# ---
raise ValueError("x" * 10_000_000)
