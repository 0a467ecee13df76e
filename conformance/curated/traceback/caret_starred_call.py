# ---
# id: traceback/caret_starred_call
# desc: Errors of * and ** in a call mark the call.
# ref: 6.3.4
# features: [traceback, caret, exception, starred, arguments]
# ---
def report(title, *rows, **options):
    return f"{title}: {len(rows)} rows, {sorted(options)}"


print(report("a"), report("b", *[1, 2], *"xy", **{"wide": True}, deep=1))
options = {"colour": "red", "title": "clash"}
try:
    report("c", **options)
except TypeError as error:
    print(error)
try:
    report(*5)
except TypeError as error:
    print(error)
try:
    report("d", **{"a": 1}, **{"a": 2})
except TypeError as error:
    print(error)
print(
    report(
        "e",
        *[1, 2, 3],
        **[("k", "v")],
    )
)
