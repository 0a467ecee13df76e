# ---
# id: exec/locals_snapshots
# desc: locals, vars, dir and eval see the variables of the frame, and those of a comprehension only while it runs.
# ref: library/functions.html#locals
# features: [exec, comprehension, scope]
# ---
def f():
    i = 5
    r = [i for i in range(3)]
    g = [(lambda: k)() for k in range(2)]
    return locals()
print(f())
a=[1 for i in range(3)]
print(locals() is globals(), [locals() is globals() for i in [1]], [ 'i' in locals() for i in [1]])
print([eval("i*2") for i in range(3)])

class A:
    x=1
    print([n for n in sorted(locals()) if n in ('x','y')])
    y=[x for x in range(3)]
    print([n for n in sorted(vars()) if n in ('x','y')], x)
    exec("z=9"); print(z, eval("x+z"))
print(A.z)
def d():
    q=1
    return dir(), sorted(vars())
print(d())
