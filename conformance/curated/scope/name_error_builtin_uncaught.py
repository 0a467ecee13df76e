# ---
# id: scope/name_error_builtin_uncaught
# desc: A misspelt builtin inside a nested call is uncaught with the builtin suggested.
# ref: 4.2.2
# features: [scope, suggestion, traceback, caret, exception]
# ---
def summarise(rows):
    widths = [max(len(str(cell)) for cell in column) for column in zip(*rows)]
    lines = []
    for row in rows:
        lines.append(" ".join(str(cell).ljust(width) for cell, width in zip(row, widths)))
    return lines


rows = [("id", "name"), (1, "ann"), (22, "bob")]
for line in summarise(rows):
    print(repr(line))


def check(rows):
    for index, row in enumerate(rows):
        if not isinstance(row, tuple) or lenght(row) != 2:
            return index
    return -1


check(rows)
