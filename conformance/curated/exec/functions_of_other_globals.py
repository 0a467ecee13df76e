# ---
# id: exec/functions_of_other_globals
# desc: Functions made by exec run with their own globals, called from anywhere, as keys, in generators and recursion.
# ref: library/functions.html#exec
# features: [exec, closure, genexpr]
# ---
space = {}
exec("""
def make(n):
    def inner(k):
        return n * k + base
    return inner
base = 100
def lazy():
    return (i * base for i in range(4))
""", space)
m = space["make"](7)
base = 1
print([m(i) for i in range(4)], sorted([3, 1, 2], key=space["make"](-1)))
print(list(space["lazy"]()), sum(space["lazy"]()), list(map(m, [1, 2])))
space["base"] = 0
print(m(2), m.__name__, m.__globals__ is space, m.__module__)
exec("def even(n):\n    return True if n == 0 else odd(n - 1)")
exec("def odd(n):\n    return False if n == 0 else even(n - 1)", globals())
print(even(50), odd(7))
other = {"even": even}
exec("def twice(n):\n    return even(n) and even(2 * n)", other)
print(other["twice"](4), other["twice"](3))
for i in range(30):
    exec("v = [%d] * 3; w = %d; s = 'abc%d'" % (i, i, i))
print(v, w, s)
exec("exec('exec(\"print(7)\")')")
