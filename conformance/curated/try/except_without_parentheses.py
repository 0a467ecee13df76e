# ---
# id: try/except_without_parentheses
# desc: except A, B: without parentheses, its evaluation order, and finally that overrides with its warning.
# ref: 8.4
# features: [try, except]
# ---
def attempt(error):
    try:
        raise error
    except ValueError, TypeError:
        return "value or type"
    except KeyError, IndexError, AttributeError:
        return "lookup or attribute"
    except (OSError, EOFError) as caught:
        return f"parenthesised {caught}"
    except ArithmeticError:
        return "arithmetic"


for error in (
    ValueError(), TypeError(), KeyError(), IndexError(), AttributeError(), OSError("o"), EOFError("e"),
    ZeroDivisionError(),
):
    print(type(error).__name__, attempt(error))


def evaluated(name, kind):
    print("look at", name, end="; ")
    return kind


try:
    raise KeyError("k")
except evaluated("a", ValueError), evaluated("b", TypeError):
    print("never")
except evaluated("c", LookupError), evaluated("d", OSError):
    print("found")
try:
    raise ExceptionGroup("g", [ValueError(1), OSError(2)])
except* ValueError, TypeError:
    print("star without parentheses")
except* OSError:
    print("the rest")


def overrides():
    try:
        return "from try"
    finally:
        return "from finally"


def swallows():
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"


def breaks():
    for n in range(3):
        try:
            raise KeyError(n)
        finally:
            break
    return n


def continues():
    out = []
    for n in range(3):
        try:
            out.append(10 // (n - 1))
        finally:
            continue
    return out


def fine():
    for n in range(2):
        try:
            pass
        finally:
            for m in range(2):
                if m:
                    break
                continue

            def inner():
                return m

            inner()
    return "no warning here"


print(overrides(), swallows(), breaks(), continues(), fine())
for source in (
    "try: pass\nexcept A, B as e: pass", "try: pass\nexcept A, : pass", "try: pass\nexcept , A: pass",
    "try: pass\nexcept A, *B: pass", "try: pass\nexcept A, (B, C): pass", "try: pass\nexcept A, B, C: pass",
):
    try:
        compile(source, "case", "exec")
        print("fine", repr(source))
    except SyntaxError as error:
        print(repr(source), "|", error.msg, error.lineno, error.offset)
try:
    raise ImportError("not listed")
except ValueError, undefined_name:
    print("never")
