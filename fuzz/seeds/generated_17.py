# garter-fuzz generate --seed 17
total = ['  pad '.rstrip('hel')[:40][:3]]
word = set({False})
rest = {-7: {"abc"}, 7: {'mix3d'}}
total.reverse()
print(type((len('V') % 20001 - 10000) / (int('54100') % 0x3D - 30 or 12)).__name__, type((len('V') % 20001 - 10000) / (int('54100') % 0x3D - 30 or 12)))
for span in (7).to_bytes(3, 'big')[:30]:
    print((max(-100, min(hash((span - span) % 200001 - 100000), 100)) + (((min(span, 100) - (span % 201 - 100)) % 201 - 100) * (len('k=v') % 201 - 100) % 201 - 100)) % 101)
    for part in {span: -1e308, 256: 1.0, span: float('nan')}:
        total = total
        rest = {len([y, y]): set(('E\u03b1\u0661' for x in total)) for y in range(5) if y <= y} | {-7: {"  pad "}, 7: {'\''.join(total)[:12] for p in {}.values()}}
    (right, part), flag, text, level = (('', 'x'), "x", {"\x00wm\"2": b'd', 'Zz': b'gwB'}, {span % 31, min(span, 30)})
part = rest
part.update({int.from_bytes(b'idI'[:3], 'little'): part[-7] ^ rest[7]})
print(part is rest, rest)
text = (f'|{part!r:^15}{10 ** 6=}{'Python'}'[:40] for j in enumerate(['mix3d', 'א', ' Rv']))
print(next(text, 'aaa'))
def fail_value(x, n):
    acc, size, (table, items) = ({"tic-tac", 'ABC', "Zm+^"}, [96], (20, n)) or (part[-7], (lambda p: [79])(5), (3, n))
    1 << -1
try:
    right = [{(7, 'a b c')}, {(7, 'a,b,c')} & {(7, "spam eggs"), (2, "tic-tac"), (4, 'abc')}, {(1, 'a b c')}]
    print(fail_value(-13 / -18, ("aaa" f', {'a,b,c':^12}{10 ** 31!r}')[:40]))
except Exception as pair:
    print(type(pair).__name__, pair)
try:
    node, cell, *step = []
except (ValueError, ImportError):
    print("spam eggs")
part[6] = {chr(0x38), '  pad '[-2:-9:3][:12], 'abc', 'hello' if False else 'L}OaV?', 'Zz'}
def shift_seen(**k: int):
    try:
        print(fail_value(x=100.0 * 12345.678, n="pP".title()[:40]))
    except:
        print('CGV4JE')
    try:
        assert '' or 0
    except BufferError:
        print('other')
    except AssertionError as head:
        print(type(head).__name__, head)
    k |= {total[0]: 17 % 11 % 101}
    for line in f'{(8, "") = }\t'[:40]:
        print(k, total, rest)
        name = {'k=v': 302856995807596}
        print(name, line, name)
        'a lone string'
        if -6 not in range(8):
            break
    return max(0, min(((-9 if True else -9) * ((281975875984372).bit_count() % 21 - 10) % 19 - 9) ** (int(-33.333 if False else 0.0) % 13), 9))
left = shift_seen(extra=18)
data = shift_seen(extra=max(-100, min(left + left, 100)) // 12 % 0o145, **{'more': (lambda m: len((left, '42')) % 101)(bytes()[:30])})
def fold_mark(y):
    print(((len(b'r') % 201 - 100) * (data % 1000 % 201 - 100) % 201 - 100) % ((pow(left, 3, 10) % 61 - 30) * ((-6 - left) % 61 - 30) % 61 - 30 or 30) % 101, f"{left:>{left + 0}}a{rest!s}", f": {repr(b'\xee')[:40][-9:1]!a}{total}{left:{data + 0}}")
    score = {}
    count = best = ((lambda rest: -77)(y) - left) % 0x65
    if False:
        return max(0, min(sum(word), 9))
    total[-1] = '{a:>{w}}|{b}'.format(a=total[0], w=11, b=min("k=v".rfind(''), 1000000))[:40]
    return data
depth = fold_mark(None)
left = left
queue: 'note' = total[6:depth]
print(queue, part)
print(word, word)
print('Python', part, total, word)
print("[^[\U0001f40d\xbd", data, part)
