# ---
# id: recursion_through_builtins
# desc: Recursion through sorted, map and max at once.
# ref: exceptions#RecursionError
# features: [limits, recursion, sort, iterator]
# limits: {time: 1}
# expect: exception RecursionError or limit depth
# ---
def down(n):
    return max(map(lambda m: sorted([m], key=down), [n]))


down(0)
