# ---
# id: str/item_assignment_uncaught
# desc: Storing into text fails uncaught with the target marked.
# ref: 7.2
# features: [str, assignment, traceback, caret]
# ---
def capitalised(word):
    return word[:1].upper() + word[1:]


def capitalise_in_place(word):
    word[0] = word[0].upper()
    return word


words = "the quick brown fox".split()
print([capitalised(word) for word in words])
print(capitalise_in_place(list("fox")))
try:
    del words[0][0]
except TypeError as error:
    print("caught", error)
print(capitalise_in_place(words[2]))
