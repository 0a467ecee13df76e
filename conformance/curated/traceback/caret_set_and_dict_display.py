# ---
# id: traceback/caret_set_and_dict_display
# desc: An unhashable item of a display is marked.
# ref: 6.2.6
# features: [traceback, caret, exception, set, dict, hash]
# ---
def index(rows):
    return {row: number for number, row in enumerate(rows)}


def unique(rows):
    return {tuple(row) for row in rows}


print(index("ab"), index([(1, 2), (3,)]))
print(sorted(unique([[1, 2], [1, 2], [3]])))
try:
    {1, 2, [3]}
except TypeError as error:
    print(error)
try:
    {"a": 1, {}: 2}
except TypeError as error:
    print(error)
print(index([(1, [2]), (3,)]))
