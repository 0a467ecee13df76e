# ---
# id: traceback_frames/exec_and_eval
# desc: Frames of executed text have their own file name and no source line.
# ref: functions#exec
# features: [traceback, exec_eval]
# ---
source = """
def helper(n):
    return 10 // n

def run(n):
    return [helper(k) for k in range(n, -1, -1)]
"""
namespace = {"__name__": "made"}
exec(source, namespace)
print(namespace["helper"](5), namespace["run"].__module__)


def names(error):
    out, tb = [], error.__traceback__
    while tb:
        code = tb.tb_frame.f_code
        out.append((code.co_filename if code.co_filename.startswith("<") else "file", code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return out


for action in (
    lambda: namespace["run"](1),
    lambda: exec("x = 1\ny = x // 0"),
    lambda: eval("1 +\\\n 1 // 0"),
    lambda: eval(compile("helper(0)", "named.py", "eval"), namespace),
    lambda: exec(compile("\n\n\nhelper(0)", "<other>", "exec"), namespace),
    lambda: exec("class C:\n  x = 1 // 0"),
    lambda: exec("exec('1 // 0')"),
    lambda: eval("(lambda: 1 // 0)()"),
    lambda: exec("def f():\n  raise KeyError(1)\nf()"),
):
    try:
        action()
    except (ZeroDivisionError, KeyError) as error:
        print(names(error)[1:])
exec("total = helper(2) + helper(5)", namespace)
print(namespace["total"])
exec("\n\nraise_it = lambda: run(3)", namespace)
namespace["raise_it"]()
