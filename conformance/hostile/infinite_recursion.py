# ---
# id: infinite_recursion
# desc: Recursion without end is an ordinary RecursionError.
# ref: exceptions#RecursionError
# features: [limits, recursion, function]
# limits: {time: 1}
# expect: exception RecursionError or limit depth
# ---
def down(n):
    return down(n + 1)


down(0)
