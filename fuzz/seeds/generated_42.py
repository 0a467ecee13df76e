# garter-fuzz generate --seed 42
total = frozenset([13, 1, 19]) - (frozenset([26, 11]) | frozenset([7, 4])) if bool((0x10 + 0x1F) % 101) else frozenset((-12 - j) % 31 for j in range(3))
word = {}
rest = -14
span = 4
while span > 0 and all(False for total in [rest, span, 10 ** 80] if True):
    span -= 1
    part = max(0, min(-15 + divmod(span, -7)[0], 100))
    try:
        for right, flag in sorted(map(lambda z: (0, ''), reversed([]))):
            word.clear()
            print(word.pop(divmod(rest, 18)[0], None))
    finally:
        word[(18).bit_length()] = [len('a,b,c') for z in range(4)]
    for text in range(3):
        try:
            if text % 2:
                continue
            print('body', text)
        finally:
            print('finally', text)
try:
    print(f': {format((16 | 1) % 101, '08b')[:40]}.', ord('-') in word)
    print('4t\\J' if True else ("d-\u0301\xe9x\u3000", '=[', 'ı'), end=';\n')
except BaseException as part:
    print('caught', part.args)
    word[span + -16] = [~(-14), len(word), len("a,b,c"), rest]
if (lambda n: ['x'])(max(rest, rest)) != [sum(total, 6) % 0x65 - 50, rest, rest, (4 - -30) % 101 - 50]:
    if (lambda k: isinstance([] + [b'S\xc1', b'aazrk'], (int, str)))(rest):
        word.clear()
    assert isinstance(word, dict), f'{span:^{2}}{"W-"!r}'
right = iter(list(map(lambda s: span, enumerate([rest % 101], 5))))
print(next(right, -19))
def grow_level(word={20: 1.0, 0x1A: -0.5}):
    word.update({span % 31: 1e-5 * (7.0 % 2.5)})
    if (7.0 in (-1e3, 0.0)) not in (lambda z: {True, True})("]"):
        return 'x'
    word[span * span % 31] = 0.1 + 0.75 * 0.5
    def mix_value(x):
        [(span + rest) % 101, (rest | 0) % 101, 57, 0x1A]
        if (span + 5) % 41 - 20 in range(1):
            return bytes(total)[:30].decode('ascii', 'replace')[:40]
        if span % 31 in word:
            acc = x is not x
            size = b''
        elif 'spam eggs' in {'x' for b in reversed(x) if True}:
            word[0x1A] = (-33.333 if True else 7.0) - (-1.5 - 1.25)
        print(f' {"AB".join((c for c in x))[:40]}: {[hex(span)[:40], ascii(x)[:40]]}x={'-7' in x and not True!a:>12}')
        return (lambda u: 'under_sco' * (span % 5))(x.count('') % 0x14 + 1) if False else "42"
    return ''
print(grow_level())
flag = f"-{False}{rest % (10 ** 14 or 7)}!"[:40] if False else "-7".translate(str.maketrans({"a": 'R'}))[:40].upper()[:40]
table, *items = '  p'
pair = (None if True else None for z in sorted(items))
print(next(pair, None))
print(span)
print(span)
print('=P.dg', items, flag)
print(total, rest, table)
