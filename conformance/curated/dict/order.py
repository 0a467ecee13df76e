# ---
# id: dict/order
# desc: Dicts keep insertion order through replacement, deletion and reinsertion.
# ref: stdtypes#mapping-types-dict
# features: [dict, del, for]
# ---
data = {}
for letter in "hello world":
    data[letter] = data.get(letter, 0) + 1
print(data)
del data["l"]
data["l"] = "again"
data["h"] = "kept in place"
print(data)
data.pop(" ")
data.update({"w": 0, "new": 1, "e": 2})
print(list(data))
print({"b": 1, "a": 2, "b": 3}, {1: "int", True: "bool", 1.0: "float"}, {n % 3: n for n in range(7)})
big = {number * 7919 % 1000: number for number in range(300)}
for key in list(big)[::2]:
    del big[key]
big[14] = "reinserted"
print(list(big)[:12], list(big)[-3:], len(big))
print({**{"x": 1, "y": 2}, "x": 3, **{"z": 4, "y": 5}})
first, second = {"a": 1, "b": 2}, {"b": 2, "a": 1}
print(first == second, list(first) == list(second), str(first) == str(second))
print(dict(sorted(second.items())), dict(zip("xy", range(2))), dict(enumerate("ab")))
