# ---
# id: genexpr_chain
# desc: A chain of a hundred thousand generator expressions, each drawing from the one before.
# ref: 6.2.8
# features: [limits, genexpr, recursion]
# limits: {time: 5, memory: 256MiB}
# expect: exception RecursionError or limit depth|memory|time
# ---
g = iter([1])
for _ in range(100_000):
    g = (n for n in g)
print(list(g))
