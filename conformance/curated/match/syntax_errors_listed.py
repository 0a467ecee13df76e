# ---
# id: match/syntax_errors_listed
# desc: Patterns that do not compile: text, line and column of each error.
# ref: 8.6
# features: [match, syntax_error, exec_eval]
# ---
bodies = [
    "case x: pass\n    case 1: pass",
    "case _: pass\n    case _: pass",
    "case x | y: pass",
    "case a, *b, *c: pass",
    "case [*a, *b]: pass",
    "case {**rest, 'k': 1}: pass",
    "case {**rest, **more}: pass",
    "case {'a': 1, 'a': 2}: pass",
    "case {1: 1, 1.0: 2}: pass",
    "case {**_}: pass",
    "case {x: 1}: pass",
    "case {-1: x, 1 + 2j: y, a.b: z}: pass",
    "case [x, x]: pass",
    "case {'a': x, 'b': x}: pass",
    "case C(x, y=x): pass",
    "case C(y=1, y=2): pass",
    "case C(y=1, 2): pass",
    "case C(x.y): pass",
    "case x.y(): pass",
    "case f'text': pass",
    "case 1 + 2: pass",
    "case -'x': pass",
    "case +1: pass",
    "case 1 - 2 - 3j: pass",
    "case 1j + 1: pass",
    "case x + 1: pass",
    "case not x: pass",
    "case (x := 1): pass",
    "case x[0]: pass",
    "case {1, 2}: pass",
    "case 1 < 2: pass",
    "case lambda: 0: pass",
    "case *x: pass",
    "case (*x): pass",
    "case *x,: pass",
    "case 1\n        pass",
    "case: pass",
    "case 1:\n    pass",
    "case 1: pass\n    else: pass",
    "case None(): pass",
    "case '%s' % x: pass",
    "case C(**kw): pass",
    "case C(*args): pass",
    "case 1 if: pass",
    "case 0xff | 1_0 | 1e3: pass",
    "case {}, [], (): pass",
    "pass",
]
for body in bodies:
    source = f"match v:\n    {body}\n"
    try:
        compile(source, "case", "exec")
        print("fine", repr(body))
    except SyntaxError as error:
        print(repr(body), "|", error.msg, error.lineno, error.offset, error.end_offset)
