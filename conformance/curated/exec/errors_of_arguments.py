# ---
# id: exec/errors_of_arguments
# desc: exec, eval and compile refuse what they cannot use with CPython's words.
# ref: library/functions.html#exec
# features: [exec, exception]
# ---
def attempt(function, *arguments, **keywords):
    try:
        print(repr(function(*arguments, **keywords)))
    except Exception as error:
        print(type(error).__name__, error, error.args)


attempt(exec, "x", [])
attempt(exec, "x", None, 5)
attempt(eval, "x", [])
attempt(eval, "1", {}, 5)
attempt(exec, 5)
attempt(eval, 5)
attempt(compile, 5, "f", "exec")
attempt(compile, "1", 5, "exec")
attempt(compile, "1", "f", "foo")
attempt(compile, "1", "f", 5)
attempt(compile, "1\0", "f", "exec")
attempt(exec, "a\0b")
attempt(exec, "\ud800")
attempt(compile, "1", "f", "exec", flags=1 << 30)
attempt(compile, "1", "f", "exec", 0, False, 5)
attempt(exec, "1", {}, {}, closure=())
attempt(exec, (lambda: 1).__code__, closure=())
attempt(eval, "zzz", {"__builtins__": {}})
attempt(eval, "len", {"__builtins__": {}})
attempt(eval, "len", {"__builtins__": {"len": 5}})
attempt(eval, "exec('a = 1')")
