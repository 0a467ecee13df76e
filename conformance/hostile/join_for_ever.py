# ---
# id: join_for_ever
# desc: join over an endless generator expression.
# ref: stdtypes#str.join
# features: [limits, str, genexpr]
# limits: {time: 5, memory: 32MiB}
# expect: limit memory|time
# ---
print(len("".join(str(n) for n in range(10**18))))
