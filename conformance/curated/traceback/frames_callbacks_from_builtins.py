# ---
# id: traceback/frames_callbacks_from_builtins
# desc: Builtins leave no frame between the caller and its callback.
# ref: exceptions
# features: [traceback, caret, exception, builtins, lambda, sort]
# ---
def key(word):
    return weights[word]


def visit(word):
    return sorted(word, key=key)


weights = {"a": 2, "b": 1, "c": 3}
print(visit("abc"))
print(max("abc", key=key), list(map(key, "cab")))
print(list(filter(lambda letter: key(letter) > 1, "abc")))
print(sum(map(key, "aa")), min((key(letter), letter) for letter in "abc"))
try:
    list(map(key, "xyz"))
except KeyError as error:
    print(repr(error))
print(list(map(visit, ["ab", "ca", "bad"])))
