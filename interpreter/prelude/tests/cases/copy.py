#%% shallow
import copy
l = [1, [2]]; c = copy.copy(l); print(c, c is l, c[1] is l[1], copy.copy((1, l))[1] is l, copy.copy({1: l})[1] is l, copy.copy({1, 2}), copy.copy('a'), copy.copy(3), copy.copy(None), copy.copy(len), copy.copy(int), copy.copy(bytearray(b'a')), copy.copy(frozenset([1])), copy.copy(slice(1, 2)))
class C:
    def __init__(self, x): self.x = x; print('init')
c = C([1]); d = copy.copy(c); print(d.x is c.x, type(d), d is c)
class S: __slots__ = ('a', 'b')
s = S(); s.a = [1]; t = copy.copy(s); print(t.a is s.a, hasattr(t, 'b'))
class SD(S): pass
d = SD(); d.a = 1; d.x = 2; e = copy.copy(d); print(e.a, e.x)
class L(list): pass
l = L([1, 2]); l.q = 3; m = copy.copy(l); print(m, m.q, type(m))
class D(dict): pass
d = D(a=1); d.z = 5; e = copy.copy(d); print(e, e.z, type(e))
class I(int): pass
class St(set): pass
class Tu(tuple): pass
class Sr(str): pass
i = I(3); i.k = 1
for x in (i, St([1]), Tu((1, 2)), Sr('abc')): print(copy.copy(x), type(copy.copy(x)), copy.copy(x) is x)
print(copy.copy(i).k)
e = ValueError(1, 2); e.x = 3; f = copy.copy(e); print(repr(f), f.x, f is e)
#%% deep
import copy
x = [1]; x.append(x); y = copy.deepcopy(x); print(y, y[1] is y)
a = [1]; b = copy.deepcopy([a, a]); print(b[0] is b[1], b[0] is a)
t = (1, 2); print(copy.deepcopy(t) is t); t = ([1],); u = copy.deepcopy(t); print(u is t, u[0] is t[0])
m = {}; copy.deepcopy([a], m); print(len(m), copy.deepcopy(a, {id(a): 'memo'}))
class Rec:
    def __init__(s): s.me = s; s.l = [s]
r = copy.deepcopy(Rec()); print(r.me is r, r.l[0] is r)
class Me:
    def f(s): return s
me = Me(); me.m = me.f; c = copy.deepcopy(me); print(c.m.__self__ is c, c.m() is c)
l = []; t = (l,); l.append(t); u = copy.deepcopy(t); print(u[0][0] is u)
d = {'k': [1], (1, 2): {'z': {3}}}; e = copy.deepcopy(d); print(e, e == d, e['k'] is d['k'])
class S:
    __slots__ = ('a', '__dict__')
s = S(); s.a = [1]; s.b = [2]; t = copy.deepcopy(s); print(t.a, t.b, t.a is s.a, t.b is s.b)
class L(list): pass
l = L([[1]]); l.q = [2]; m = copy.deepcopy(l); print(m, m.q, m[0] is l[0], m.q is l.q)
class D(dict): pass
d = D(); d[1] = [d]; e = copy.deepcopy(d); print(type(e), e[1][0] is e)
e = ValueError([1]); f = copy.deepcopy(e); print(repr(f), f.args[0] is e.args[0])
print(copy.deepcopy({frozenset([1]): bytearray(b'x')}), copy.deepcopy({1, (2, 3)}), copy.deepcopy(slice([1], 2)), copy.deepcopy(len), copy.deepcopy(print) is print)
#%% hooks
import copy
class N: __reduce_ex__ = lambda self, p: 'x'
class N2: __reduce_ex__ = lambda self, p: 3
class N3: __reduce_ex__ = lambda self, p: (N3,)
class N4: __reduce_ex__ = None
class N5: __reduce_ex__ = __reduce__ = None
class N6:
    def __reduce__(self): return N6, (), {'a': 1}
class N7:
    def __copy__(self): return 'copied'
    def __deepcopy__(self, memo): return 'deep', type(memo).__name__
class N8:
    def __setstate__(self, s): self.s = ('set', s)
    def __getstate__(self): return {'g': 1}
class N9:
    def __getnewargs__(self): return (5,)
    def __new__(cls, a): o = object.__new__(cls); print('new', a); o.a = a; return o
class N10:
    def __getnewargs_ex__(self): return (5,), {'b': 6}
    def __new__(cls, a, b): o = object.__new__(cls); print('new', a, b); o.a = (a, b); return o
class N11:
    def __getstate__(self): return None
class N12: __getnewargs__ = lambda self: 5
class N13: __getnewargs_ex__ = lambda self: 5
class N14: __getnewargs_ex__ = lambda self: (5, {})
class N15(list):
    def __init__(self, *a): print('init', a); super().__init__(*a)
    def append(self, x): print('append', x); super().append(x)
    def extend(self, x): print('extend'); super().extend(x)
for c in (N, N2, N3, N4, N5, N6, N7, N8, N11, N12, N13, N14, lambda: N9(1), lambda: N10(1, 2), lambda: N15([1, [2]])):
    for f in (copy.copy, copy.deepcopy):
        try: o = c(); r = f(o); print(type(r).__name__, r is o, getattr(r, '__dict__', r))
        except Exception as e: print(type(e).__name__, e)
#%% errors and replace
import copy, sys
for call in [lambda: copy.copy(), lambda: copy.deepcopy(), lambda: copy.replace(3), lambda: copy.replace(), lambda: copy.copy(sys), lambda: copy.copy(x for x in []), lambda: copy.deepcopy({}.keys()), lambda: copy.copy(type.__dict__), lambda: copy.copy(classmethod(len)), lambda: copy.replace(object(), a=1)]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
class E(Exception):
    def __init__(s, a, b): super().__init__(a); s.b = b
try: copy.copy(E(1, 2))
except TypeError as e: print(e)
class P:
    def __replace__(self, **k): return k
print(copy.replace(P(), a=1), copy.Error.__mro__, copy.error is copy.Error, copy.__all__)
