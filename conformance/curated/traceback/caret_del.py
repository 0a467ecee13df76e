# ---
# id: traceback/caret_del
# desc: A failing del is marked at its target.
# ref: 7.5
# features: [traceback, caret, exception, del, subscript]
# ---
shelf = {"books": ["a", "b", "c"], "boxes": {"red": 1}}


def remove(name, key):
    del shelf[name][key]
    return shelf


print(remove("books", 0))
print(remove("boxes", "red"))
try:
    remove("books", 5)
except IndexError as error:
    print(error)
del shelf["books"][1:], shelf["boxes"]
print(shelf)
pair = (1, 2)
try:
    del pair[0]
except TypeError as error:
    print(error)
remove("boxes", "blue")
