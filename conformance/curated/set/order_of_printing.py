# ---
# id: set/order_of_printing
# desc: Sets print in the order of CPython's table with hash seed 0: small ints, text, growth and deletion.
# ref: stdtypes#set-types-set-frozenset
# features: [set, frozenset, hash, print]
# ---
print({3, 1, 2}, {10, 8, 0, 16}, set(range(20, 0, -3)), {-1, -2, 5}, {1.5, 2, 2.5, 10**20})
print(set("hello world"), set("abracadabra"), {"banana", "apple", "cherry", "date", "fig"})
print(frozenset("xyz"), {b"bytes", "text", 1, None, (1, 2), True, 0.5, frozenset({1})})
growing = set()
for number in range(0, 200, 13):
    growing.add(number)
print(growing)
for number in range(0, 200, 26):
    growing.discard(number)
growing.add(7)
print(growing, len(growing))
print({n * n % 31 for n in range(31)}, set(range(70)) - set(range(3, 69)))
print({"a", "b"} | {"c"}, {"a", "b", "c"} & {"c", "b"}, {"a", "b", "c"} ^ {"c", "d"}, {"a", "b"} - {"b"})
words = set("the quick brown fox jumps over the lazy dog".split())
print(words, words.pop(), len(words), [word for word in words], sorted(words)[0])
print({(x, y) for x in range(3) for y in "ab"})
