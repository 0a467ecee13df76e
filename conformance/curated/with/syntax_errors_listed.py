# ---
# id: with/syntax_errors_listed
# desc: What the with statement refuses at compile time.
# ref: 8.5
# features: [with, syntax_error, exec_eval]
# ---
sources = [
    "with:\n    pass",
    "with a as 5:\n    pass",
    "with a as b():\n    pass",
    "with a as (b, 5):\n    pass",
    "with a as b + c:\n    pass",
    "with a as *b:\n    pass",
    "with (a as b, c as None):\n    pass",
    "with a as b, :\n    pass",
    "with (a as b) as c:\n    pass",
    "with a as True:\n    pass",
    "with a\n    pass",
    "with a:\npass",
    "with a as f'x':\n    pass",
    "with a as lambda: 0:\n    pass",
    "with a as __debug__:\n    pass",
    "async with a:\n    pass",
    "def f():\n    async with a:\n        pass",
    "with a, b as c\n    pass",
    "with (a, b) as (c, d), e:\n    pass",
    "with (a, b as c,):\n    pass",
    "with (a):\n    pass",
    "with (a) as b:\n    pass",
    "with (yield):\n    pass",
    "with a if b else c as d:\n    pass",
    "with *a as b:\n    pass",
    "with a := b:\n    pass",
]
for source in sources:
    try:
        compile(source, "case", "exec")
        print("fine:", source.split("\n")[0])
    except SyntaxError as error:
        print(source.split("\n")[0], "|", error.msg, error.lineno, error.offset, error.end_offset)
