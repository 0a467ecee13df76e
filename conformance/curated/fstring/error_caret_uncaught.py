# ---
# id: fstring/error_caret_uncaught
# desc: An error inside a field of a many-line f-string marks the field's own expression.
# ref: 2.7.1
# features: [fstring, traceback, caret, exception]
# ---
def report(name, total, count):
    return (
        f"name: {name!r:>10}, "
        f"total: {total:,}, "
        f"mean: {total / count:.2f}"
    )


print(report("first", 1234567, 7))
print(report("it's", -5, 2))
for values in ([1, 2], [3]):
    print(f"{sum(values)} of {len(values)}: {report('list', sum(values), len(values))}")
try:
    print(f"{report:d}")
except TypeError as error:
    print("caught", str(error)[:40])
print(report("empty", 0, 0))
