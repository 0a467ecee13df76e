# ---
# id: exec/scopes
# desc: exec and eval see the globals and locals they are given, and leave names where CPython leaves them.
# ref: library/functions.html#exec
# features: [exec, scope, function]
# ---
exec("x = 1\nprint(x)")
print(x)
print(eval("x + 1"), eval(" \t1 + 1"), eval("a * 2", {"a": 21}))


def function(a):
    exec("b = 5; print(a, b)")
    return eval("a + 1"), sorted(locals())


print(function(3))
space, names = {}, {}
exec("""
a = 1
global g
g = 2
def h():
    return g
for i in range(3):
    pass
try:
    1 / 0
except ZeroDivisionError as e:
    z = 1
del i
""", space, names)
print(list(space), list(names), names["h"]())
try:
    eval("(lambda: n)()", {}, {"n": 3})
except NameError as error:
    print(error)
print(eval("[n + k for k in range(2)]", {}, {"n": 3}))
print(eval("[k for k in range(n)]", {"n": 3}), eval("(lambda: n)()", {"n": 3}))
for text in "del missing", "missing", "def f(): return missing\nf()":
    try:
        exec(text, {}, {})
    except NameError as error:
        print(error)
