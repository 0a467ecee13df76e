# ---
# id: exception_group/split_and_subgroup
# desc: split and subgroup by class, tuple and function keep nesting, notes, cause, context and traceback.
# ref: exceptions#BaseExceptionGroup.split
# features: [exception_group, exception]
# ---
def build():
    return ExceptionGroup(
        "top",
        [ValueError(1), ExceptionGroup("mid", [TypeError("t"), ValueError(2), ExceptionGroup("low", [KeyError("k")])]), OSError(5, "io")],
    )


def show(group):
    if group is None:
        return "None"
    if not isinstance(group, BaseExceptionGroup):
        return repr(group)
    return f"{group.message}[{', '.join(map(show, group.exceptions))}]"


g = build()
for condition in (
    ValueError, (TypeError, KeyError), LookupError, Exception, ImportError, ExceptionGroup,
    lambda e: isinstance(e, OSError),
):
    match_, rest = g.split(condition)
    print(show(match_), "|", show(rest), "|", show(g.subgroup(condition)), match_ is g, rest is g)
seen = []
g.subgroup(lambda e: seen.append(type(e).__name__))
print(seen)
seen.clear()
print(show(g.subgroup(lambda e: seen.append(type(e).__name__) or len(seen) > 2)), seen)
g.add_note("note one")
try:
    raise g from LookupError("cause")
except ExceptionGroup as caught:
    part, rest = caught.split(ValueError)
    print(
        part.__notes__, repr(part.__cause__), part.__traceback__ is caught.__traceback__, part.__context__,
        part.__suppress_context__,
    )
    part.add_note("only here")
    print(caught.__notes__, rest.__notes__, part.exceptions[0] is caught.exceptions[0])
for bad in (
    lambda: g.split(),
    lambda: g.split(5),
    lambda: g.split((ValueError, 5)),
    lambda: g.split([ValueError]),
    lambda: g.subgroup("x"),
    lambda: g.subgroup(int),
    lambda: g.subgroup(lambda: 1),
    lambda: g.subgroup(lambda e: 1 / 0),
    lambda: show(g.subgroup(())),
):
    try:
        print(bad())
    except (TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
raise g.subgroup((KeyError, OSError))
