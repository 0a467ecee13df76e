# ---
# id: traceback/context_uncaught
# desc: An exception raised while another is handled prints both, with the line about the handling between them.
# ref: 7.8
# features: [raise, chaining, traceback, caret, exception]
# ---
fallback = {"one": 1, "two": 2}


def number(word):
    try:
        return int(word)
    except ValueError:
        return fallback[word]


def total(words):
    result = 0
    for word in words:
        result += number(word)
    return result


print(total(["1", "two", "10"]))
print(total([]))
try:
    total(["many"])
except KeyError as error:
    print(repr(error.__context__), error.__cause__, error.__suppress_context__)
print(total(["one", "three"]))
