# ---
# id: hash/of_builtin_values
# desc: hash of text, bytes, numbers and tuples with seed 0, equal for equal values, and of singletons.
# ref: functions#hash
# features: [hash, str, bytes, int, float, tuple, frozenset, range]
# ---
samples = ["", "a", "hello", "caf\u00e9", "\u20ac", "\U0001f600", "x" * 50, b"", b"a", b"hello", "ab", "abcdefgh", "abcdefghi"]
for sample in samples:
    print(ascii(sample), hash(sample))
for number in (0, 1, -1, -2, 2**60, 2**61 - 1, 2**61, -(2**61), 10**40, 0.0, -0.0, 0.5, 1.5, -2.25, 1e300, 5e-324, True, False):
    print(number, hash(number))
for value in ((), (1,), (1, 2), ("a", 1.5), ((), ((),)), (1, (2, (3, None)))[:2], range(0), range(5), range(0, 5, 1), range(1, 10, 3)):
    print(value, hash(value))
print(hash(frozenset()), hash(frozenset({1, 2, 3})), hash(frozenset({"a"})), hash(slice(1, 2, 3)))
print(hash("ab") == hash("a" + "b"), hash((1, 2.0)) == hash((1.0, 2)), hash(float("inf")), hash(None) == hash(None), hash("a") == hash(b"a"))
for value in ([], {}, set(), (1, []), slice([]), {}.keys(), frozenset):
    try:
        print(type(hash(value)).__name__)
    except TypeError as error:
        print(error)
