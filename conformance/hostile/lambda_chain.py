# ---
# id: lambda_chain
# desc: A chain of a hundred thousand lambdas, each calling the one before.
# ref: exceptions#RecursionError
# features: [limits, lambda, recursion, default]
# limits: {time: 2}
# expect: exception RecursionError or limit depth|memory
# ---
f = lambda: 0
for _ in range(100_000):
    f = lambda f=f: f()
print(f())
