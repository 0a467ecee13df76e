# ---
# id: exec_eval/eval_basics
# desc: eval of text and code with namespaces: what is seen, what is bound, what is refused.
# ref: functions#eval
# features: [exec_eval]
# ---
x = 10


def add(a, b=1):
    return a + b


print(
    eval("x + 1"), eval("  add(2)  "), eval("[n * x for n in range(3)]"), eval("(y := 5)"), y,
    eval("lambda n: n + x")(1),
)
print(
    eval("x", {"x": 1}), eval("x + z", {"x": 1}, {"z": 2}), eval("x", {}, {"x": "local"}),
)
names = {"x": 1}
print(eval("len('abc') + x", names), "__builtins__" in names, sorted(k for k in names if k == "x"))


class Missing(dict):
    def __missing__(self, key):
        return f"<{key}>"


print(eval("a + b", {"__builtins__": {}}, Missing()), eval("a", {}, Missing(a="there")))


def local():
    inner = 5
    return eval("inner * 2"), eval("inner", {"inner": 7}), eval("x")


print(local())
code = compile("add(x, 5)", "<text>", "eval")
print(eval(code), eval(code, {"add": max, "x": 1}), code.co_name, code.co_filename)
print(
    eval("1_000 + 0x10"), eval("'a' 'b'"), eval("None"), eval("...") is ..., eval("not 0"), eval(b"1 + 1"),
    eval("(1,)\n"),
)
for source in (
    "", "   ", "x = 1", "1 +", "(1", "return 1", "1; 2", "del x", "for", "x\ny", "import sys", "1 1", "'abc", "\x00",
    "lambda", "f'{'",
):
    try:
        print(eval(source))
    except SyntaxError as error:
        print(repr(source), "|", type(error).__name__, error.msg, error.lineno, error.offset)
for bad in (
    lambda: eval(),
    lambda: eval(5),
    lambda: eval(None),
    lambda: eval("x", 5),
    lambda: eval("x", {}, 5),
    lambda: eval("x", {}),
    lambda: eval("len([])", {"__builtins__": {}}),
    lambda: eval("x", source="x"),
    lambda: eval("x", globals={"x": "named"}, locals=None),
    lambda: eval(compile("x = 1", "f", "exec")),
):
    try:
        print(bad())
    except (TypeError, NameError) as error:
        print(type(error).__name__, error)
eval("add(x, [1]) + 2")
