# garter-fuzz generate --seed 1
total = str((lambda c: 0.75 % 0.75)((-12 - -5) % 101))[:40]
word = float('1.5')
rest = [b'bzx', b'l']
word = -(0.75 + 0.1 - 3.0 ** 3)
rest.sort()
span = rest
print(span is rest, rest)
part = ((-115307311 + -31) % 0x20000001 - 268435456 >> 5).bit_count() % 20 + 1
def mix_right(n: int):
    global word
    span.sort(key=repr)
    rest[-2] = b'.ph;ad'
    flag = 0
    while not False:
        flag += 1
        if flag > 1:
            break
        try:
            word = (n := len([-8, n, n, flag]) % 101) / ((sum(1 for _ in enumerate(span)) % 61 - 30) * max(-30, min(int('67283'), 30)) % 30 + 1)
            assert not 1, f'}}{word = }{word!s:>12}.'
        except AssertionError as text:
            print(f'{text!r:>30}')
        print(type(-1.0).__name__, type(-1.0))
    return part if part == sum(1 for _ in range(4, 16, 3)) % 20 + 1 else part
level = mix_right(mix_right(part) % 101 if not False else part * part % 101)
for value in range(2):
    print('#k', rest)
    print((value).bit_length(), f'{{{total:<8}')
    def merge_acc(p, u, q=33.333):
        print('-7', span)
        return (p := p)
    print(merge_acc(min(value * part % 2000001 - 1000000, value if True else value) % 10, part - (0o401 * part % 536870913 - 268435456), round(7.0, 3)))
    rest.reverse()
print('c', span, span)
for size in list({2.5 for y, value in sorted([(part % 10, "")], key=repr)}):
    print((total := (b'zemsxy' if False else b's').hex(' ')[:40]), None, len(total))
    rest = [b"e\x1c\x07cdc", bytes((part for s in rest))[:30]]
else:
    table = iter(list((total for i, items in enumerate(span))))
    print(next(table, total))
size = pair = [x for x in range(level % 7)][:30] if 'under_score' >= total != total else [part, part, -39, -20] * 0
table = lambda pair=part, v=total, span=part, /: "hello" or bytes(b'copy')[:30].decode('ascii', 'replace')[:40]
node = table(pair[len(pair) // 2] if pair else part, ('ABC' if False else '\U00010437') * max(0, min(level % 21 - 10 << part, 4)), ((0 + (part % 21 - 10)) % 19 - 9) ** ((level % 25 - 12 + (part % 25 - 12)) % 13) % 4294967297 - 2147483648)
cell = [(part, level, 17)]
print([[total, node] for t in range(5)][:30], [word, 0.0, word, word, 4096.0], sep='hel')
span[0:2] = [b'.', b"za"]
print(total)
print(cell, node)
print(word, total, total)
print(size, total, total)
