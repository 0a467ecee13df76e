# ---
# id: list/sort_stability_and_reverse
# desc: Sorting keeps equal keys in their order, with reverse too.
# ref: stdtypes#list.sort
# features: [list, sort, lambda, tuple]
# ---
words = ["pear", "fig", "apple", "kiwi", "date", "plum", "lime", "lemon", "nut"]
by_length = sorted(words, key=len)
print(by_length)
print(sorted(words, key=len, reverse=True))
by_length.sort(key=lambda word: word[-1])
print(by_length)
pairs = [(index % 3, index) for index in range(12)]
print(sorted(pairs, key=lambda pair: pair[0]))
print(sorted(pairs, key=lambda pair: pair[0], reverse=True))
print(sorted(pairs, key=lambda pair: (-pair[0], pair[1])))
mixed = [True, 1, 1.0, 0, False, 0.0]
print(sorted(mixed), sorted(mixed, reverse=True))
print(sorted("Hello World"), sorted({"b": 1, "a": 2}))
print([].sort(), sorted([]), sorted(range(5, 0, -1)))
