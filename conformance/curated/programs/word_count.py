# ---
# id: programs/word_count
# desc: A small program: counting words, sorting them, formatting a table.
# ref: tutorial
# features: [dict, sort, str, format, comprehension]
# ---
text = """the quick brown fox jumps over the lazy dog
the dog barks; the fox runs away
quick, quick, said the fox"""


def words_of(source):
    for separator in ";,.":
        source = source.replace(separator, " ")
    return source.lower().split()


counts = {}
for word in words_of(text):
    counts[word] = counts.get(word, 0) + 1
ranking = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
width = max(map(len, counts))
for word, count in ranking[:6]:
    print(f"{word:<{width}} {count:>3} {'#' * count}")
print(sum(counts.values()), len(counts), {length: sorted(w for w in counts if len(w) == length) for length in sorted(set(map(len, counts)))})
