#%% basics
import enum
from enum import *
class C(Enum):
    "doc"
    R = 1
    G = 2
    A = 1
    def m(self): return self.name
print(C.R, repr(C.R), C.A, list(C), C.__members__, len(C), C, repr(C), dir(C), dir(C.R), hash(C.R) == hash('R'), C.R.m(), C.__doc__)
print(list(C.__dict__), C.R.__dict__)
def setr(o, n, v): setattr(o, n, v)
for call in [lambda: C(1), lambda: C(5), lambda: C['R'], lambda: C['Z'], lambda: C.Z, lambda: C.R.Z, lambda: C(C.R), lambda: C(), lambda: C(1, 2), lambda: C.R.value, lambda: C.R.G, lambda: C.name, lambda: C.value,
             lambda: setr(C, 'R', 3), lambda: setr(C.R, 'value', 3), lambda: setr(C.R, 'name', 3), lambda: delattr(C, 'R'), lambda: setr(C, 'X', 3), lambda: C.X, lambda: setr(C.R, 'foo', 3), lambda: C.R.foo,
             lambda: 1 in C, lambda: C.R in C, lambda: 'x' in C, lambda: [] in C, lambda: C.R < C.G, lambda: C.R == 1, lambda: C.R != C.G, lambda: bool(C.R), lambda: bool(C), lambda: type(reversed(C)), lambda: list(reversed(C)), lambda: C.R is C(1),
             lambda: C.R.value.zz, lambda: del_(), lambda: delattr(C, 'X'), lambda: delattr(C, 'nope'), lambda: C('R'), lambda: C(1.0), lambda: C([]), lambda: C(value=1), lambda: isinstance(C.R, C), lambda: C.R.__class__, lambda: type(C), lambda: f'{C.R:>10}|{C.R}|{C.R!r}|{C.R!s}', lambda: '%s' % C.R, lambda: {C.R: 1}[C.A],
             lambda: C.R.name.lower(), lambda: C.__members__.update(), lambda: next(iter(C)), lambda: delattr(C.R, 'name')]:
    try: print(repr(call()))
    except Exception as e: print(type(e).__name__, e, repr(e.__context__), e.__suppress_context__)
class Empty(Enum): pass
print(list(Empty), len(Empty))
for call in [lambda: Empty(1), lambda: Empty('X', 'a b'), lambda: list(Empty('X', 'a b'))]:
    try: print(call())
    except TypeError as e: print(e)
#%% definition errors
from enum import *
def attempt(body):
    ns = dict(globals())
    try: exec(body, ns); print('fine', ns.get('r'))
    except Exception as e: print(type(e).__name__, e, repr(e.__context__), repr(e.__cause__), getattr(e, '__notes__', None))
class C(Enum): R = 1
attempt('class D(C): pass'); attempt('class D(C): X = 3'); attempt('class D(Enum): X = 3; X = 4'); attempt('class D(Enum): mro = 3'); attempt('class D(Enum): _x_ = 3')
attempt('class D(Enum):\n __x = 3; y = 4\nr = list(D), [n for n in D.__dict__ if "x" in n]'); attempt('class D(Enum):\n x = 3\n def x(self): pass'); attempt('class D(Enum):\n def x(self): pass\n x = 3')
attempt('@unique\nclass D(Enum): a=1;b=1;c=2;d=2'); attempt('unique(int)'); attempt('class D(Enum): a="x";b=auto()'); attempt('class D(Enum): a="x";b=1;c=auto()'); attempt('class D(Enum): a=5;b=auto();c=1;d=auto()\nr=list(D)')
attempt('class D(Enum): a=auto(),1;b=(auto(),auto())\nr=list(D)'); attempt('class X(int,str,Enum): a=1') if False else None
attempt('class X(Enum,int): a=1'); attempt('class X(float,Enum): a="x"')
attempt('class P(Enum):\n A=(1,2)\n def __init__(self,x): self.x=x'); attempt('class P(Enum):\n A=(1,2)\n def __init__(self,x,y): raise KeyError(x)')
attempt('class N(bytes,Enum):\n def __new__(cls,v,w):\n  o=bytes.__new__(cls,[v]); o.w=w; return o\n A=(1,2)')
attempt('class G(Enum):\n A=auto()\n def _generate_next_value_(*a): pass'); attempt('class Ig(Enum):\n a=1\n _ignore_="a b"'); attempt('class O(Enum):\n _order_="b a"\n a=1;b=2'); attempt('class O(Enum):\n _order_="a b"\n a=1;b=2;c=1\nr=list(O)')
attempt('class O(Enum):\n _order_="a b c"\n a=1;b=2'); attempt('class S(StrEnum): a=1'); attempt('class S(StrEnum): a="1",2'); attempt('class S(StrEnum): a=b"1","ascii"\nr=list(S)'); attempt('class S(StrEnum): a="1","x","y","z"'); attempt('class S(StrEnum): a=b"1","ascii",5')
attempt('class I(IntEnum): a="x"'); attempt('class I(IntEnum): a="7";b="11",2\nr=list(I)'); attempt('class F(Flag): a="x";b=auto()'); attempt('class F(Flag): a=1.5\nr=list(F)'); attempt('class F(Flag): a="x"\nr=list(F)')
attempt('class X(Enum, foo=1): a=1'); attempt('class X(Enum, boundary=1): a=1'); attempt('class __(Enum): a=1\nr=list(__)'); attempt('class X(Enum):\n def __init_subclass__(cls): print("i")\n a=1')
#%% attributes and methods
import enum
from enum import *
class P(Enum):
    name = 'x'; value = 'y'; q = 1
print(P.name, P.value, P.q.name, P.q.value, P.name.name, P.name.value, P.q)
class Planet(Enum):
    A = (1, 2); B = (3, 4)
    def __init__(self, x, y=None): self.x = x; self.y = y
    @enum.property
    def s(self): return self.x + self.y
    @property
    def t(self): return self.x
    @classmethod
    def cm(cls): return cls.A
    @staticmethod
    def sm(): return 3
    K = nonmember(5)
    M = member(lambda: 3)
    class Inner: pass
    @member
    class Inner2: pass
    def __str__(self): return f'P<{self.x}>'
    const = lambda self: self.x
print([m.name for m in Planet], Planet.A.s, Planet.A.t, Planet.cm(), Planet.sm(), Planet.K, Planet.A.x, Planet.A.value, Planet.Inner, Planet.Inner2, f'{Planet.A}', f'{Planet.B:>8}', Planet.B.const(), repr(Planet.A))
for call in [lambda: Planet.s, lambda: setattr(Planet.A, 's', 1), lambda: setattr(Planet.A, 't', 1), lambda: delattr(Planet.A, 's'), lambda: Planet((1, 2)), lambda: Planet(1, 2), lambda: Planet.A.B]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
class W(Enum):
    a = 1
    @enum.property
    def p(self): return self._p if hasattr(self, '_p') else 'unset'
    @p.setter
    def p(self, v): self._p = v
W.a.p = 9; print(W.a.p)
print(dir(Planet.A), W.a.__dict__.keys())
#%% own new
from enum import *
class N(Enum):
    def __new__(cls, v):
        o = object.__new__(cls); o._value_ = v * 10; o.w = v; return o
    A = 1; B = 2
print(N.A, N(10), N.A.w, N.__new__, N.__new_member__, repr(N.B))
class I(int, Enum):
    def __new__(cls, v): return int.__new__(cls, v + 1)
    A = 1
print(repr(I.A), I.A + 1, I.A._value_)
class B(bytes, Enum):
    def __new__(cls, v, w):
        o = bytes.__new__(cls, [v]); o._value_ = v; o.w = w; return o
    A = (1, 'one'); B = (2, 'two')
print(B.A, repr(B.A), B(1), B.B.w, B.A[0])
class AutoNumber(Enum):
    def __new__(cls):
        o = object.__new__(cls); o._value_ = len(cls.__members__) + 1; return o
class Color(AutoNumber): R = (); G = (); B = ()
print(list(Color), Color.G.value)
class NoVal(Enum):
    def __new__(cls, *a): return object.__new__(cls)
    a = 1; b = 2, 3
print(list(NoVal))
#%% missing
from enum import *
class Mi(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v):
        if v == 'none': return None
        if v == 'bad': return 5
        if v == 'raise': raise KeyError('k')
        if v == 've': raise ValueError('mine')
        return cls.A
for v in ['none', 'bad', 'raise', 've', 'ok', []]:
    try: print(Mi(v))
    except Exception as e: print(type(e).__name__, e, repr(e.__context__), e.__suppress_context__)
class CI(StrEnum):
    RED = auto()
    @classmethod
    def _missing_(cls, v):
        for m in cls:
            if m.value == v.lower(): return m
print(CI('Red'), 'ReD' in CI)
Mi('raise')
#%% missing traceback
from enum import *
class C(Enum): A = 1
def look(v): return C(v)
look(3)
#%% unhashable values
from enum import *
class U(Enum):
    A = [1]; B = [2]; C = [1]; D = {1: 2}
print(U([1]), U([2]), U.C, [1] in U, [3] in U, U({1: 2}), list(U), [1, 2] in U)
try: U([3])
except ValueError as e: print(e)
#%% auto and generate
from enum import *
print(repr(auto()), repr(auto(5)), auto().value)
class D(Enum): a = auto(); b = auto(); c = 'x'
print(list(D))
class G(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last): return (name, start, count, tuple(last))
    A = auto(); B = auto()
print(list(G))
class Base(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()
class Sub(Base): RED = auto(); GREEN = auto()
print(list(Sub), list(Base('F', 'A B')))
class Ig(Enum):
    _ignore_ = 'a b'
    a = 1; b = 2; c = 3
print(list(Ig), hasattr(Ig, 'a'), hasattr(Ig, '_ignore_'))
class Ig2(Enum):
    _ignore_ = ['i']
    for i in range(3): vars()[f'x{i}'] = i
print(list(Ig2))
class L(Enum): a = 1; b = auto(); c = auto() ; d = 10; e = auto()
print(list(L))
#%% functional
from enum import *
print(Enum('X', 'a b c'), list(Enum('X', 'a,b c')), list(Enum('X', ['a', 'b'], start=5)), list(Enum('X', [('a', 5), ('b', 6)])), list(Enum('X', {'a': 5})), Enum('X', 'a', module='m', qualname='q.X').__qualname__,
      Enum('X', 'a').__module__, list(Enum('X', 'a b', type=int)), list(Enum('X', ())), list(Enum('X', [])), list(Enum('X', '')), list(Flag('F', 'a b c')), list(IntFlag('F', 'a b c')), list(IntEnum('I', 'a b', start=0)), list(StrEnum('S', 'AB CD')), Enum('X', 'a').a, Enum('X', 'a', module='mm').__module__)
for call in [lambda: Enum('X', 3), lambda: Enum('X'), lambda: Enum(), lambda: Enum(5), lambda: Enum('X', 'a a'), lambda: Enum('X', 'mro'), lambda: Enum('X', [('a',)]), lambda: Flag('F', 'a', boundary=KEEP)(8), lambda: Enum(3, 'a')]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
#%% int and str
from enum import *
class I(IntEnum): a = 1; b = 2
print(I.a, repr(I.a), f'{I.a}', I.a + 1, I.a == 1, str(I.a), format(I.a, '3d'), I.a < I.b, I(1), I.__mro__, '%d' % I.a, '%s' % I.a, sorted([I.b, I.a]), hash(I.a) == hash(1), {1: 'x'}.get(I.a), [10, 20][I.a], dir(I.a) == sorted(dir(I.a)), I.a | I.b, range(I.b), I.a.real, I.b.bit_length(), max(I), sum(I))
class S(StrEnum): a = 'x'; b = auto(); B_C = auto()
print(S.a, repr(S.a), f'{S.a}', S.b, S('x'), S.a == 'x', S.a.upper(), S.B_C, f'{S.a:>5}', 'x' in S, S.a in {'x'}, ''.join(S), S.a + 'y', list(S))
class SS(str, Enum): a = 'x'
class II(int, Enum): a = 1
print(SS.a, repr(SS.a), f'{SS.a}', format(SS.a), II.a, repr(II.a), f'{II.a}', format(II.a, '>6'), str(II.a), SS.a == 'x', II.a + 1)
class X(float, Enum): a = 1; b = '2.5'; c = 2,
print(list(X), X(1.0), X.a + 1)
class T(tuple, Enum): a = 1, 2
class D(dict, Enum): a = {1: 2}
class Cx(complex, Enum): a = 1, 2
print(T.a, repr(T.a), T.a[0], repr(D.a), D.a[1], repr(Cx.a))
class Mix:
    def hello(self): return 'hello ' + self.name
class M(Mix, Enum): a = 1
class MI(Mix, int, Enum): a = 1
print(M.a.hello(), repr(M.a), MI.a.hello(), repr(MI.a), MI.a + 1, M.__mro__)
class BadInt(int):
    def __repr__(self): return 'badint'
class Y(BadInt, Enum): a = 1
class Z(BadInt, ReprEnum): a = 1
print(repr(Y.a), str(Y.a), repr(Z.a), str(Z.a), f'{Z.a}')
class Own(IntEnum):
    a = 1
    def __str__(self): return 'own'
    def __repr__(self): return 'ownrepr'
print(Own.a, repr(Own.a), f'{Own.a}', format(Own.a))
class OwnE(Enum):
    a = 1
    def __format__(self, s): return 'fmt' + s
    def __eq__(self, o): return True
    __hash__ = Enum.__hash__
print(f'{OwnE.a:q}', OwnE.a == 5, str(OwnE.a))
#%% dataclass mixin
from enum import *
from dataclasses import dataclass
@dataclass
class DC:
    x: int; y: int = 3
class X(DC, Enum): a = 1; b = 1, 2
print(repr(X.a), X.b.y, X.a.value, str(X.a), list(X))
@dataclass(repr=False)
class D2: x: int
class Y(D2, Enum): a = 1
print(str(Y.a))
@dataclass(frozen=True)
class D3:
    x: int
    y: int
class Z(D3, Enum): P = 1, 2; Q = 3, 4
print(Z.P, repr(Z.Q), Z.P.x, Z.Q.y)
#%% flag
from enum import *
class F(Flag): a = 1; b = 2; c = 4; ab = 3
print(F.a, F.a | F.b, repr(F.a | F.b), repr(F.a | F.c), repr(F(0)), repr(~F.a), F.a & F.b, F.a ^ F.b, list(F.ab), list(F), len(F.ab), F.a in F.ab, bool(F(0)), F.a.name, (F.a | F.c).name, F(0).name, str(F(0)), str(F.a | F.c), F.__members__, F(7), F.ab, F, repr(F), F.a | F.c is F(5), F(5) is F.a | F.c, repr(F['ab']), hash(F.a) == hash('a'), ~F(0), ~F(7), F.c | F.a, list(F(0)), len(F))
for call in [lambda: F(8), lambda: F(-1), lambda: F(-9), lambda: F('x'), lambda: F.a | 1, lambda: 1 | F.a, lambda: 1 in F.a, lambda: F['a|b'], lambda: F.a.value, lambda: F.a < F.b, lambda: F(16), lambda: F(-2), lambda: F(1.0), lambda: F([]), lambda: F.a & None, lambda: 9 in F, lambda: 5 in F, lambda: F.a + 1, lambda: F.nope, lambda: F(2.5)]:
    try: print(repr(call()))
    except Exception as e: print(type(e).__name__, e)
class Perm(Flag):
    R = auto(); W = auto(); X = auto()
    RWX = R | W | X
    NONE = 0
print(list(Perm), Perm.RWX, Perm(0), repr(Perm.NONE), Perm.R | Perm.W, repr(Perm.RWX & ~Perm.W), Perm.__members__, ~Perm.R, dir(Perm.R), dir(Perm))
for m in Perm.R | Perm.X: print(m)
class G(Flag): c = 4; a = 1; b = 2
print(list(G), list(G(7)), G(7), G.c | G.a)
class H(Flag): a = 3; b = auto(); c = 4; z = 0
print(list(H), H.__members__, repr(H.a), repr(H(3)), repr(H(1)), H(7), list(H(7)))
class I(Flag): a = 8; b = 3; c = 1
print(list(I), I(3), repr(I(2)), repr(I(11)), repr(I(10)))
class Bare(Flag): pass
print(list(Bare), Bare.__members__)
#%% flag boundaries
from enum import *
def show(*calls):
    for call in calls:
        try: print(repr(call()))
        except Exception as e: print(type(e).__name__, e)
for b in (CONFORM, EJECT, KEEP, STRICT, None):
    class B(Flag, boundary=b): a = 1; b = 4
    print(b, B._boundary_)
    show(*[lambda v=v: B(v) for v in (2, 5, -1, -2, -3, 7, 8, -9, 100, -100, 0)], lambda: ~B.a, lambda: B(7) | B.a, lambda: list(B), lambda: ~~B.a, lambda: ~B(5), lambda: list(B(7)), lambda: (B(3)).name)
class IF(IntFlag): a = 1; b = 2; c = 4
print(IF.a, repr(IF.a | IF.b), repr(IF(8)), repr(IF(9)), repr(IF(0)), repr(~IF.a), IF.a | 8, IF(8) | 1, str(IF(9)), f'{IF.a}', IF.a + 1, repr(IF(-1)), repr(IF(-9)), IF(8).name, list(IF(9)), repr(IF.a & 3), repr(~IF(8)), 5 & IF.a, type(5 | IF.a), repr(8 ^ IF.a), IF.a == 1, IF.a in IF(3), IF.a < 2, repr(~IF.a & 255), hash(IF.a) == hash(1), int(IF.b), IF.a << 2)
show(lambda: 1 in IF.a, lambda: IF('x'), lambda: IF(1.5), lambda: IF.a | 'x', lambda: IF.a | 1.5, lambda: len(IF(9)), lambda: IF(1 << 40), lambda: -IF.a, lambda: IF.a | True)
class Neg(IntFlag): a = -1; b = 2
print(list(Neg), Neg.__members__)
print(list(FlagBoundary), list(EnumCheck), STRICT, repr(UNIQUE))
class SF(str, Flag):
    def __new__(cls, v, s):
        o = str.__new__(cls, s); o._value_ = v; return o
    a = 1, 'x'; b = 2, 'y'
print(SF.a, repr(SF.a), SF.a.upper(), list(SF))
#%% verify and globals
from enum import *
import enum
def attempt(*checks, base=Enum, **members):
    try: print(verify(*checks)(base('X', members)))
    except Exception as e: print(type(e).__name__, e)
attempt(UNIQUE, a=1, b=1); attempt(UNIQUE, a=1, b=2); attempt(CONTINUOUS, a=1, b=4); attempt(CONTINUOUS, a=1, b=2); attempt(CONTINUOUS, base=Flag, a=1, b=8); attempt(NAMED_FLAGS, base=Flag, a=1, b=6); attempt(NAMED_FLAGS, base=Flag, a=1, b=6, c=12)
attempt(NAMED_FLAGS, base=Flag, a=1, b=3, c=2); attempt(CONTINUOUS, a=1); attempt(NAMED_FLAGS, base=Flag, a=1, b=3); attempt(CONTINUOUS, base=StrEnum, a='x', b='y')
try: verify(UNIQUE)(int)
except Exception as e: print(type(e).__name__, e)
@global_enum
class GE(Enum): gea = 1; geb = 2
print(gea, repr(GE.geb), [gea])
@global_enum
class GF(IntFlag): gfa = 1; gfb = 2
print(repr(gfa | gfb), repr(gfa), repr(GF(0)), repr(GF(8)), str(gfa), repr(GF(9)))
print(enum.show_flag_values(13), enum.bin(10), enum.bin(~10), enum.bin(5, 8), enum.bin(-5, 8), enum.__all__, EnumMeta is EnumType)
#%% subclass hooks
from enum import *
class Sub(Enum):
    def __init_subclass__(cls, **k): print('initsub', cls, list(cls), k)
class Sub2(Sub, foo=1): a = 1
class Meta(EnumType):
    def __call__(cls, *a, **k): print('call', a); return super().__call__(*a, **k)
class M(Enum, metaclass=Meta): x = 1
print(M(1))
class D:
    def __get__(self, i, o): return 'got'
class WithD(Enum): d = D(); a = 1
print(list(WithD), WithD.d, WithD.a.d)
import copy
print(copy.copy(M.x) is M.x, copy.deepcopy([M.x])[0] is M.x, M.x.__reduce_ex__(2))
class Abs(Enum):
    def f(self): raise NotImplementedError
class Conc(Abs):
    a = 1
    def f(self): return 'f' + self.name
print(Conc.a.f(), isinstance(Conc.a, Abs))
#%% aliases at run time
from enum import *
class C(Enum): a = 1; b = 2
C.a._add_alias_('aa'); C.b._add_value_alias_('two')
print(C.aa, C['aa'], C('two'), list(C), C.__members__)
for call in [lambda: C.b._add_alias_('a'), lambda: C.b._add_value_alias_(1), lambda: C.a._add_value_alias_(1)]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
class E(Enum):
    x = 1
    def __init__(self, v): self._add_value_alias_(v * 10)
print(E(10))
#%% enum match and sorting
from enum import *
class C(Enum): R = 1; G = 2
def f(x):
    match x:
        case C.R: return 'red'
        case C.G: return 'green'
print(f(C.R), f(C.G), f(1), sorted(C, key=lambda c: c.name), {c: c.value for c in C}, max(C, key=lambda c: c.value))
a, b = C
print(a, b, [*C], C.R in list(C), isinstance(C, type), issubclass(C, Enum), C.__name__, C.__module__, C.__qualname__)
class O:
    class In(Enum): a = 1
print(O.In, O.In.a, O.In.__qualname__, repr(O.In.a))
class Ord(Enum):
    def __lt__(self, o): return self.value < o.value
    a = 2; b = 1
print(sorted(Ord), min(Ord))
#%% containment
from enum import *
class E(Enum):
    a = 1; b = []
    @classmethod
    def _missing_(cls, v): return cls.a
class S(StrEnum): x = 'x'
class F(Flag):
    a = 1; b = 2
class K(IntFlag): a = 1
for v in (1, 2, [], [1], 'x', 'y', 3, 0, 4, -1, 1.0, None):
    for c in (E, S, F, K):
        try: print(v, c, v in c)
        except Exception as e: print(v, c, type(e).__name__, e)
