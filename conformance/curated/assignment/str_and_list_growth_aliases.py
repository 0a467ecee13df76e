# ---
# id: assignment/str_and_list_growth_aliases
# desc: Growing text or a list in a loop never changes an older alias of the text.
# ref: 7.2.1
# features: [augmented, str, list, tuple, for]
# ---
text = ""
kept = []
for n in range(300):
    text += chr(97 + n % 26)
    if n % 60 == 59:
        kept.append(text)
    if n == 200:
        text += "\u20ac"
    if n == 280:
        text += "\U0001f600"
print([len(old) for old in kept], kept[0][-3:], ascii(kept[3][-3:]), len(text), ascii(text[195:206]))
first = text
text += "!"
other = first + "?"
print(text[-1], other[-1], ascii(first[-1]), first == text[:-1], len({first, text, other}), text[: len(first)] == first)
table = {first: 1}
text = first
text += ""
print(table[text], hash(text) == hash(first))
numbers = []
alias = numbers
for n in range(100):
    numbers += [n]
    numbers = numbers + [n] if n == 50 else numbers
print(len(numbers), len(alias), alias[-1], numbers[-1])
pair = (1,)
older = pair
for n in range(5):
    pair += (n,)
print(pair, older)
line = "ab"
for _ in range(4):
    line = line + line[::-1]
print(line, line.count("abba"))
