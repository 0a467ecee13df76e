# ---
# id: exec/code_objects
# desc: compile answers a code object that runs any number of times, and functions name theirs.
# ref: library/functions.html#compile
# features: [exec, function]
# ---
code = compile("q = 1\nprint(q + k)", "<text>", "exec")
exec(code, {"k": 1})
names = {"k": 5}
exec(code, {}, names)
print(names)
code = compile("x + 1", "<e>", "eval")
print(eval(code, {"x": 4}), eval(code, {}, {"x": 5}))
print(code.co_name, code.co_filename, code.co_firstlineno, code.co_names, code.co_argcount, code.co_flags)


def f(a, b=2, /, c=3, *args, d, **kw):
    "doc"
    y = a + 1

    def g():
        return y

    return g


code = f.__code__
print(code.co_name, code.co_qualname, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount)
print(code.co_varnames, code.co_cellvars, code.co_freevars, code.co_nlocals, hex(code.co_flags))
print(f(1, d=2).__code__.co_freevars, f(1, d=2).__code__.co_qualname, f.__code__ is f.__code__, type(code))
exec(compile("1 + 1\n", "f", "single"))
exec(compile("'x'", "f", "single"))
exec(compile("None", "f", "single"))
exec(compile("for i in range(3): i", "f", "single"))
