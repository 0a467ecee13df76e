# ---
# id: list/sort_large_with_runs
# desc: Sorting hundreds of items with runs, equal keys and reversed stretches takes the comparisons of the same algorithm.
# ref: stdtypes#list.sort
# features: [list, sort, lambda, comprehension]
# ---
def scrambled(count, step, modulus):
    return [n * step % modulus for n in range(count)]


shapes = {
    "ascending": list(range(300)),
    "descending": list(range(300, 0, -1)),
    "saw": [n % 50 for n in range(300)],
    "organ": list(range(150)) + list(range(150, 0, -1)),
    "scrambled": scrambled(300, 7919, 1009),
    "few values": scrambled(300, 31, 7),
    "runs": [n if n // 40 % 2 else 300 - n for n in range(300)],
    "nearly": [n if n % 37 else 0 for n in range(300)],
}
for name, values in shapes.items():
    ordered = sorted(values)
    assert all(ordered[i] <= ordered[i + 1] for i in range(len(ordered) - 1)), name
    pairs = sorted(enumerate(values), key=lambda pair: pair[1])
    stable = all(a[1] != b[1] or a[0] < b[0] for a, b in zip(pairs, pairs[1:]))
    down = sorted(values, reverse=True)
    print(name, ordered[:5], ordered[-3:], stable, down == ordered[::-1], [pair[0] for pair in pairs[:6]])
words = [chr(97 + n * 7 % 26) * (n % 4 + 1) for n in range(120)]
words.sort(key=lambda word: (len(word), word))
print(words[:8], words[-4:])
mixed = [(n * 17 % 23, n * 5 % 3) for n in range(100)]
mixed.sort(key=lambda pair: pair[1])
mixed.sort(key=lambda pair: pair[0], reverse=True)
print(mixed[:10])
with_nan = [float("nan") if n % 11 == 3 else n * 37 % 101 / 4 for n in range(100)]
print(sorted(with_nan)[:20])
