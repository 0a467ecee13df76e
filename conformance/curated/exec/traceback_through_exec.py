# ---
# id: exec/traceback_through_exec
# desc: A traceback names the file of text that exec ran, without a source line.
# ref: library/functions.html#exec
# features: [exec, exception]
# ---
def outside(n):
    raise KeyError(n)


exec("""
def inside(n):
    try:
        outside(n)
    except KeyError as error:
        raise ValueError('v') from error
""")
try:
    inside(1)
except ValueError as error:
    print(repr(error), repr(error.__cause__))
    traceback = error.__traceback__
    while traceback:
        print(traceback.tb_lineno)
        traceback = traceback.tb_next
space = {}
exec(compile("def rec(n):\n    return rec(n - 1) if n else inside(n)", "made.py", "exec"), space)
space["inside"] = inside
space["rec"](5)
