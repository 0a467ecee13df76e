# ---
# id: traceback/caret_call_multiline
# desc: A call that spans lines prints its lines with the callee and the parentheses marked.
# ref: 6.3.4
# features: [traceback, caret, exception, function]
# ---
def combine(left, right, *, separator):
    return separator.join((left, right))


print(
    combine(
        "a",
        "b",
        separator="-",
    )
)
parts = ["x", "y", 7]
print(combine(parts[0], parts[1], separator=", "))
print(
    "result:",
    combine(
        parts[0],
        parts[2],
        separator="+",
    ),
)
