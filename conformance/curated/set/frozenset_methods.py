# ---
# id: set/frozenset_methods
# desc: The methods of frozenset give frozensets, accept any iterables, and sets of frozensets work.
# ref: stdtypes#set-types-set-frozenset
# features: [frozenset, set, method, exception]
# ---
vowels, word = frozenset("aeiou"), frozenset("education")
print(sorted(vowels.union("xyz", [1] and "b")), sorted(word.intersection(vowels, "aei")), sorted(word.difference(vowels)))
print(sorted(vowels.symmetric_difference("abc")), vowels.issubset(word), word.issuperset("aei"), vowels.isdisjoint("xyz"), vowels.isdisjoint("xa"))
print(type(vowels.union([])).__name__, type(vowels.difference({"a"})).__name__, vowels.intersection() == vowels, vowels.copy() is vowels)
print(sorted(vowels | {"x"}), sorted(vowels & word), sorted(word - vowels), sorted(vowels ^ {"a", "b"}), vowels < word, vowels <= {"a"}, word > vowels)
powers = {frozenset(), frozenset("a"), frozenset("b"), frozenset("ab")}
print(len(powers), frozenset("ba") in powers, {"a"} in powers, sorted(map(len, powers)))
alias = vowels
alias |= {"y"}
print(len(alias), len(vowels), alias is vowels, hash(frozenset("ab")) == hash(frozenset("ba")))
for attempt in (
    lambda: vowels.union(5),
    lambda: vowels.intersection([[]]),
    lambda: vowels.issubset(),
    lambda: vowels.isdisjoint(3),
    lambda: frozenset(1),
    lambda: frozenset([1], [2]),
    lambda: vowels.symmetric_difference("a", "b"),
    lambda: vowels + word,
    lambda: vowels["a"],
):
    try:
        print(attempt())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
vowels.add("y")
