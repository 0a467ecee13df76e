# ---
# id: hash/unhashable_key_uncaught
# desc: An unhashable key is uncaught with the subscript marked and the reason in its text.
# ref: functions#hash
# features: [hash, dict, subscript, traceback, caret, exception]
# ---
cache = {}


def remember(key, value):
    cache[key] = value
    return len(cache)


print(remember((1, 2), "tuple"), remember("text", 1), remember(frozenset({1}), 2), remember(range(3), 3))
print(remember(1, "int"), remember(1.0, "same"), remember(True, "same again"), cache[1])
print(remember(float("nan"), 1), remember(float("nan"), 2), remember(None, None), remember(..., 0), remember(len, "builtin"))
for key in ([], {}, set(), ([],), {1: 2}.items()):
    try:
        print(key in cache)
    except TypeError as error:
        print(error)
    try:
        cache.get(key)
    except TypeError as error:
        print(error)
print(remember(((1, [2]), 3), "deep"))
