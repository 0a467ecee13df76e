# ---
# id: scope/foreign_names_get_hints
# desc: A name that is a keyword in other languages, or a module that was not imported, gets its own hint.
# ref: 4.2.2
# features: [scope, suggestion, traceback, exception]
# ---
def probe(function):
    try:
        return function()
    except NameError as error:
        return str(error), error.name


print(probe(lambda: true))
print(probe(lambda: null))
print(probe(lambda: NaN))
print(probe(lambda: x_y_z))
answers = {"yes": True, "no": False}
for word in ("yes", "no"):
    print(word, answers[word])
values = [1, None, 3]
if values[1] is None:
    print("missing")
root = math.sqrt(16)
