# ---
# id: exec_eval/compile_modes_and_code
# desc: compile in its three modes, the file name, flags, and attributes of code objects.
# ref: functions#compile
# features: [exec_eval]
# ---
exec_code = compile("a = 1\nb = a + 1\n", "first.py", "exec")
eval_code = compile("3 * 4", "second.py", "eval")
single = compile("5 + 5", "third.py", "single")
for code in (exec_code, eval_code, single):
    print(
        type(code).__name__, code.co_name, code.co_filename, code.co_firstlineno, code.co_argcount, code.co_names,
        code.co_varnames,
    )
namespace = {}
exec(exec_code, namespace)
print(namespace["b"], eval(eval_code), exec(single))
exec(compile("x = 5\n'text'\nNone\n", "f", "exec"))
exec(compile("for n in range(2): n\n", "f", "single"))


def function(a, b=2, /, c=3, *args, d, e=5, **kw):
    "Doc."
    local = a + c
    inner = lambda: local
    return inner


code = function.__code__
print(
    code.co_name, code.co_qualname, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount,
    code.co_nlocals,
)
print(code.co_varnames, code.co_cellvars, code.co_freevars, function(1, d=4).__code__.co_freevars)
print(bool(code.co_flags & 0x04), bool(code.co_flags & 0x08), bool(code.co_flags & 0x20), code == function.__code__)
renamed = code.replace(co_name="renamed")
print(renamed.co_name, code.co_name, renamed == code, hash(code) == hash(function.__code__))
for source, mode in (
    ("x = 1", "eval"),
    ("x", "wrong"),
    ("x = = 1", "exec"),
    ("x\ny", "single"),
    ("", "exec"),
    ("", "eval"),
    ("", "single"),
    ("def f():\n", "exec"),
    ("if x:\n  y\n z", "exec"),
    ("a\0b", "exec"),
    ("\ttabs\n        spaces", "exec"),
):
    try:
        print(repr(source), mode, compile(source, "bad.py", mode).co_name)
    except SyntaxError as error:
        print(repr(source), mode, "|", type(error).__name__, error.msg, error.filename, error.lineno, error.offset)
    except ValueError as error:
        print(repr(source), mode, "|", type(error).__name__, error)
for bad in (
    lambda: compile("x"), lambda: compile(5, "f", "exec"), lambda: compile("x", "f", "exec", flags=2**30),
    lambda: compile("x", 5, "exec"),
):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
print(compile("# comment only", "f", "exec").co_consts, compile("'doc'", "f", "exec", optimize=2).co_name)
compile("def f(:\n    pass", "last.py", "exec")
