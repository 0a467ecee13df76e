# ---
# id: long_chain_of_contexts
# desc: A hundred thousand chained exceptions, uncaught.
# ref: exceptions
# features: [limits, chaining, exception, raise]
# limits: {time: 5, memory: 256MiB, output: 1MiB}
# expect: clean
# ---
error = None
for n in range(100_000):
    new = ValueError(n)
    new.__context__ = error
    error = new
raise error
