# ---
# id: traceback/caret_store_attribute
# desc: Storing an attribute on a value that takes none is marked at the target.
# ref: 7.2
# features: [traceback, caret, exception, attributes, assignment]
# ---
def tag(value, label):
    value.label = label
    return value


def function():
    pass


tagged = tag(function, "a function takes attributes")
print(tagged.label, tagged is function)
del function.label
print(hasattr(function, "label"))
for value in (5, "text", [], {}, (), None, len, 2.5):
    try:
        tag(value, 1)
    except AttributeError as error:
        print(error)
try:
    del "text".upper
except AttributeError as error:
    print(error)
tag({1, 2}, "set")
