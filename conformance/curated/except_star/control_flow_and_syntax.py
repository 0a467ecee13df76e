# ---
# id: except_star/control_flow_and_syntax
# desc: return, break and continue may not leave except*; other compile-time rules.
# ref: 8.4.2
# features: [exception_group, syntax_error, exec_eval]
# ---
sources = [
    "def f():\n try: pass\n except* ValueError: return",
    "for x in y:\n try: pass\n except* ValueError: break",
    "for x in y:\n try: pass\n except* ValueError: continue",
    "try: pass\nexcept* ValueError:\n for x in y: break",
    "try: pass\nexcept* ValueError:\n def f(): return 1",
    "try: pass\nexcept*: pass",
    "try: pass\nexcept* ValueError: pass\nexcept TypeError: pass",
    "try: pass\nexcept ValueError: pass\nexcept* TypeError: pass",
    "try: pass\nexcept* ValueError, TypeError: pass",
    "try: pass\nexcept* ValueError, TypeError as e: pass",
    "try: pass\nexcept* (ValueError, TypeError) as e: pass",
    "try: pass\nexcept* ValueError as e.x: pass",
    "try: pass\nexcept* ValueError as 5: pass",
    "try: pass\nexcept *ValueError: pass",
    "try: pass\nexcept* *a: pass",
    "try: pass\nexcept* ValueError\n  pass",
    "try: pass\nexcept* ValueError:\npass",
    "try: pass\nexcept* ValueError: pass\nelse: pass\nfinally: pass",
    "try: pass\nelse: pass\nexcept* ValueError: pass",
]
for source in sources:
    try:
        compile(source, "case", "exec")
        print("fine", repr(source))
    except SyntaxError as error:
        print(repr(source), "|", error.msg, error.lineno, error.offset)


def loops():
    out = []
    for n in range(4):
        try:
            if n % 2:
                raise ExceptionGroup("odd", [ValueError(n)])
            if n == 2:
                continue
            out.append(n)
        except* ValueError as group:
            out.append(str(group.exceptions[0]))
        else:
            out.append("else")
        finally:
            out.append("f")
    return out


def returns():
    try:
        return "from try"
    except* ValueError:
        pass
    finally:
        print("finally", end=" ")


def generator():
    try:
        yield 1
    except* ValueError as group:
        yield repr(group)


print(loops(), returns())
g = generator()
print(next(g), g.throw(ValueError("thrown")), next(g, "end"))
g = generator()
next(g)
g.throw(TypeError("through"))
