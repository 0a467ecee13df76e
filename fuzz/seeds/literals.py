# Every kind of literal, and strings in all their forms.
a, b, c = 0, 1_000, -0x_ff
d = [0b101, 0o17, 1.5, 1e-3, .5, 2j, 10**40]
s = 'a\n' "b" '''c
d''' r'\x' u'\u20ac' '\N{BULLET}'
e = b'\xff' rb'\x' br"y"
f = f'{a!r:>{b % 9}} {c=} {{}} {s[0]!s} {"nested " + f"{a + 1:#x}"}'
g = (1, 2, *d), [*d, ...], {*d}, {**{}, 'k': None, True: False}
print(a, b, c, d, ascii(s), e, f, len(g))
