#%% basics
from dataclasses import *
@dataclass
class A:
    x: int
    y: str = 'd'
    z: list = field(default_factory=list)
    def m(self): return self.x
a = A(1); b = A(1)
print(a, a == b, a != b, A(1, 'e', [2]), a.z is b.z, A(x=1, z=5), a.m(), a == 3, A.y, hasattr(A, 'x'), hasattr(A, 'z'), A.__doc__)
print(A.__match_args__, A.__init__, A.__eq__, A.__hash__, [f.name for f in fields(A)], fields(a) == fields(A), is_dataclass(A), is_dataclass(a), is_dataclass(3))
print(list(A.__dict__))
match A(4, 'q'):
    case A(x, y, z=zz): print(x, y, zz)
class B(A): pass
print(B(1), B(1) == A(1))
for call in [lambda: A(), lambda: A(1, 2, 3, 4), lambda: A(1, x=2), lambda: A(1, k=2), lambda: hash(a), lambda: a < b, lambda: A.__init__(), lambda: a.__eq__()]:
    try: print(call())
    except TypeError as e: print(e)
print(A.__init__.__annotations__, A.__init__.__defaults__, A.__init__.__qualname__, A.__repr__.__qualname__, A.__eq__.__qualname__, A.__init__.__module__)
print(A.__dataclass_params__, fields(A)[1])
print(A.__replace__, repr(MISSING)[:30], repr(KW_ONLY)[:30], A.__init__.__kwdefaults__)
#%% order and hash
from dataclasses import *
@dataclass(order=True)
class P:
    x: int
    y: int = field(compare=False, default=0)
    z: int = 5
print(P(1) < P(2), P(1, 5) <= P(1, 6), P(2) > P(1), P(1) >= P(1, 1, 6), sorted([P(3), P(1)]), max(P(1), P(2)))
for call in [lambda: P(1) < 3, lambda: P(1) < P('a'), lambda: hash(P(1))]:
    try: print(call())
    except TypeError as e: print(e)
@dataclass(frozen=True)
class F:
    x: int
    y: int = field(hash=False, default=0)
print(hash(F(1)) == hash(F(1, 5)), F(1) == F(1, 5), {F(1), F(1)}, hash(F(7)) == hash((7,)))
@dataclass(unsafe_hash=True)
class U:
    x: int
print(hash(U(1)) == hash((1,)), U.__hash__)
@dataclass(eq=False)
class N:
    x: int
print(N(1) == N(1), N.__hash__ is object.__hash__)
@dataclass
class H:
    x: int
    def __hash__(self): return 5
print(hash(H(1)))
@dataclass(frozen=True)
class H2:
    x: int
    def __hash__(self): return 5
print(hash(H2(1)))
@dataclass
class H3:
    x: int
    def __eq__(self, o): return True
print(H3.__hash__, H3(1) == 5)
@dataclass
class H4:
    x: int
    __hash__ = None
print(H4.__hash__)
@dataclass(unsafe_hash=True, order=True)
class Empty: pass
print(Empty() == Empty(), hash(Empty()), Empty() < Empty(), Empty(), Empty() <= Empty(), Empty.__doc__)
#%% own methods stay
from dataclasses import *
@dataclass(repr=True)
class A:
    x: int = 0
    def __init__(self, q): self.x = q * 2
    def __repr__(self): return 'mine'
    def __eq__(self, o): return 'eq'
    __match_args__ = ('q',)
    def __replace__(self, **k): return 'replaced'
print(A(3).x, A.__match_args__, A.__doc__)
try: print(A(3), A(3) == 1)
except Exception as e: print(e)
@dataclass(init=False, repr=False)
class B:
    x: int
    def __init__(self, a, /, b=3, *c, d: int = 4, **e) -> int: self.x = a
print(B(1).x, B.__doc__, repr(B(1))[:13])
@dataclass(init=False)
class C:
    x: int = 4
print(C(), C.__doc__)
#%% frozen
from dataclasses import *
@dataclass(frozen=True)
class A:
    x: int
    y: list = field(default_factory=list, init=False)
    def __post_init__(self): object.__setattr__(self, 'x', self.x + 1)
a = A(1); print(a)
def s(n): setattr(a, n, 3)
for call in [lambda: s('x'), lambda: s('q'), lambda: delattr(a, 'x'), lambda: delattr(a, 'nope')]:
    try: print(call())
    except FrozenInstanceError as e: print(type(e).__mro__, e, e.args)
class B(A): pass
b = B(1); b.other = 5; print(b, b.other); del b.other
try: b.x = 5
except AttributeError as e: print(e)
@dataclass(frozen=True)
class C(A):
    z: int = 9
print(C(1), C(1).__eq__(C(1)))
try: C(1).q = 3
except AttributeError as e: print(e)
#%% frozen traceback
from dataclasses import *
@dataclass(frozen=True)
class A:
    x: int
    y: int = 3
    def bump(self): self.x += 1
A(1).bump()
#%% frozen ordered delete traceback
from dataclasses import *
@dataclass(frozen=True, order=True)
class A:
    x: int
    y: int = 3
del A(1).x
#%% post init traceback
from dataclasses import *
@dataclass
class A:
    x: int
    y: InitVar[int]
    z: int = field(init=False)
    w: list = field(default_factory=list)
    def __post_init__(self, y): self.z = self.x / y
print(A(4, 2)); A(1, 0)
#%% factory traceback
from dataclasses import *
def bad(): raise ValueError('factory')
@dataclass
class A:
    x: int
    y: int = field(default_factory=bad)
    z: int = 3
A(1)
#%% comparison traceback
from dataclasses import *
class V:
    def __eq__(self, o): raise ValueError('eq')
    def __lt__(self, o): raise ValueError('lt')
    def __repr__(self): raise ValueError('repr')
    def __hash__(self): raise ValueError('hash')
@dataclass(order=True, unsafe_hash=True)
class A:
    x: V
    y: int = 2
import traceback, sys
def lines(f):
    try: f()
    except ValueError as e:
        tb = e.__traceback__
        while tb:
            if tb.tb_frame.f_code.co_filename == '<string>': print(e, tb.tb_lineno, tb.tb_frame.f_code.co_name, tb.tb_frame.f_code.co_qualname)
            tb = tb.tb_next
for f in [lambda: A(V()) == A(V()), lambda: A(V()) < A(V()), lambda: A(V()) <= A(V()), lambda: A(V()) > A(V()), lambda: A(V()) >= A(V()), lambda: repr(A(V())), lambda: hash(A(V()))]: lines(f)
A(V()) == A(V())
#%% keyword only
from dataclasses import *
@dataclass
class A:
    x: int
    _: KW_ONLY
    y: int
    z: int = 5
print(A(1, y=2), A.__match_args__, [f.kw_only for f in fields(A)], A.__doc__)
for call in [lambda: A(1, 2), lambda: A(1), lambda: A(y=1)]:
    try: print(call())
    except TypeError as e: print(e)
@dataclass(kw_only=True)
class B:
    x: int = 0
    y: int = field(kw_only=False)
print(B(1), B(1, x=2), B.__match_args__, B.__doc__)
@dataclass
class C(B):
    w: int
    q: int = field(kw_only=True, default=4)
print(C(1, 2), C(1, 2, q=3, x=4), [f.name for f in fields(C)], C.__match_args__, C.__doc__)
#%% inheritance
from dataclasses import *
@dataclass
class A:
    x: int = 1
    y: int = 2
@dataclass
class B(A):
    z: int = 3
    x: str = 'x'
@dataclass
class M:
    m: int = 0
@dataclass
class C(B, M): pass
print(B(), C(), [f.name for f in fields(C)], B.__mro__[1].__doc__, fields(B)[0].type)
class Plain(A): w: int = 5
@dataclass
class D(Plain): v: int = 6
print(D(), D(1, 2, 3), hasattr(D, 'w'))
class Base:
    def __init_subclass__(cls, **k): print('sub', cls.__name__, k)
@dataclass
class E(Base, ): x: int = 1
print(E())
from typing import Generic, TypeVar
T = TypeVar('T')
@dataclass
class Gen(Generic[T]):
    x: T
print(Gen(1), Gen[int], Gen[int](2), Gen.__doc__)
class Exc(Exception): pass
@dataclass
class DE(Exc):
    code: int
    msg: str = ''
try: raise DE(5)
except DE as e: print(repr(e), str(e), e.args)
#%% class and init variables
from dataclasses import *
from typing import ClassVar
import typing, dataclasses as dc
@dataclass
class A:
    a: ClassVar[int] = 3
    b: ClassVar = 4
    c: InitVar[int]
    d: InitVar = 5
    e: int = 6
    f: 'ClassVar[int]' = 7
    g: 'typing.ClassVar' = 8
    h: '  typing . ClassVar[int]' = 9
    i: 'dc.InitVar[int]' = 10
    j: 'Foo.ClassVar' = 11
    k: 'nope' = 12
    l: '' = 13
    m: 'InitVar' = 14
    n: 'KW_ONLY'
    o: int = 15
    p: 'typing.Foo' = 1
    q: 'x.y' = 2
    def __post_init__(self, *args): print(args)
print(A(1), [f.name for f in fields(A)], A.a, A.d, A.__match_args__, A.__doc__)
print(A.__dataclass_fields__['a'], A.__dataclass_fields__['c'])
print(InitVar[int], InitVar[list[int]], InitVar['x'], InitVar(int), InitVar[int, str], InitVar[None])
@dataclass
class P:
    x: int
    y: InitVar[int] = 3
    def __post_init__(self, y): self.s = (self.x, y)
print(P(1).s, P(1, 9).s, P(1).y, replace(P(1), x=2).s)
try: InitVar()
except TypeError as e: print(e)
#%% definition errors
from dataclasses import *
from typing import ClassVar
import dataclasses
def attempt(body):
    try: exec(body, globals()); print('fine')
    except Exception as e: print(type(e).__name__, e)
attempt('@dataclass\nclass A:\n x:list=[]')
attempt('@dataclass\nclass A:\n x:dict={}')
attempt('@dataclass\nclass A:\n x:int=3\n y:int')
attempt('@dataclass\nclass A:\n x:int=field(default_factory=int)\n y:int')
attempt('@dataclass\nclass A:\n x:ClassVar[list]=field(default_factory=list)')
attempt('@dataclass\nclass A:\n x:InitVar[list]=field(default_factory=list)')
attempt('@dataclass\nclass A:\n x:ClassVar[list]=field(kw_only=True)')
attempt('@dataclass\nclass A:\n x=field()')
attempt('@dataclass(order=True,eq=False)\nclass A:\n x:int')
for n in ('lt', 'le', 'gt', 'ge'): attempt(f'@dataclass(order=True)\nclass A:\n x:int\n def __{n}__(s,o):0')
attempt('@dataclass(frozen=True)\nclass A:\n x:int\n def __setattr__(s,o):0')
attempt('@dataclass(frozen=True)\nclass A:\n x:int\n def __delattr__(s,o):0')
attempt('@dataclass(unsafe_hash=True)\nclass A:\n x:int\n def __hash__(s):0')
attempt('@dataclass(frozen=True)\nclass A:\n x:int\n@dataclass\nclass B(A): pass')
attempt('@dataclass\nclass A:\n x:int\n@dataclass(frozen=True)\nclass B(A): pass')
attempt('@dataclass\nclass A:\n _:KW_ONLY\n __:KW_ONLY')
attempt('@dataclass(slots=True)\nclass A:\n __slots__=()\n x:int')
attempt('@dataclass(weakref_slot=True)\nclass A:\n x:int')
attempt('@dataclass\nclass A:\n x:int = field(default=[])')
attempt('@dataclass\nclass A:\n x:int = field(default=3, default_factory=int)')
attempt('field(3)'); attempt('field(bad=3)'); attempt('dataclass(3)'); attempt('dataclass(int, 3)'); attempt('dataclass(foo=3)'); attempt('dataclass(object)')
attempt('@dataclass\nclass A:\n for_:int\n x:Undefined\nprint(A(1,2), fields(A)[1].type, A.__doc__)')
#%% slots
from dataclasses import *
@dataclass(slots=True)
class A:
    x: int
    y: int = 5
    z: list = field(default_factory=list)
    w: int = field(default=7, init=False)
    def me(self): return __class__
    def sup(self): return super().__repr__()[:5]
    @property
    def prop(self): return __class__
a = A(1); print(a, A.__slots__, a.me() is A, a.sup(), a.prop is A, hasattr(a, '__dict__'), type(A.x), A.__qualname__, A.__module__)
for call in [lambda: setattr(a, 'q', 1), lambda: A.y.zz]:
    try: print(call())
    except AttributeError as e: print(e)
@dataclass(slots=True, frozen=True)
class F:
    x: int
    y: int = 1
print(F(1), hash(F(1)) == hash((1, 1)), F(1).__getstate__())
try: F(1).x = 3
except FrozenInstanceError as e: print(e)
try: F(1).q = 3
except FrozenInstanceError as e: print(e)
@dataclass(slots=True)
class B(A):
    x: int
    v: int = 9
print(B(1), B.__slots__)
@dataclass(slots=True, weakref_slot=True)
class W: x: int
print(W.__slots__, W(1))
@dataclass(slots=True)
class D:
    x: int = field(doc='the x')
    y: int = 3
print(D.__slots__, D(1))
#%% asdict and astuple
from dataclasses import *
from collections import namedtuple, defaultdict, OrderedDict
@dataclass
class P: x: int; y: object = None
N = namedtuple('N', 'a b')
class L(list): pass
class T(tuple): pass
p = P(1, [P(2), {'k': P(3), P: (P(4),)}, N(P(5), 6), L([P(7)]), T([P(8)]), {9}, defaultdict(list, {1: P(2)}), OrderedDict(a=P(3))])
print(asdict(p)); print(astuple(p))
print(asdict(P(1, P(2)), dict_factory=lambda kv: list(kv)), astuple(P(1, P(2)), tuple_factory=list))
l = [1]; d = asdict(P(l, l)); print(d['x'] is l, d['x'] is d['y'])
for call in [lambda: asdict(3), lambda: astuple(P), lambda: asdict(), lambda: asdict(P(1), dict)]:
    try: print(call())
    except TypeError as e: print(e)
class O:
    def __init__(self): self.v = 1
o = O(); r = asdict(P(o))['x']; print(r is o, r.v)
print(type(asdict(p)['y'][6]), type(asdict(p)['y'][3]))
#%% replace
from dataclasses import *
import copy
@dataclass
class A:
    x: int
    y: int = field(init=False, default=3)
    z: InitVar[int] = 7
    def __post_init__(self, z): self.q = z
a = A(1, 2)
print(replace(a, x=5), replace(a, x=5, z=8).q, replace(a).q)
print(copy.replace(a, x=9))
@dataclass
class B:
    x: int
    z: InitVar[int]
    def __post_init__(self, z): pass
for call in [lambda: replace(a, y=3), lambda: replace(B(1, 2), x=3), lambda: replace(a, nope=3), lambda: replace(3), lambda: replace(A), lambda: replace()]:
    try: print(call())
    except TypeError as e: print(e)
#%% make_dataclass
from dataclasses import *
X = make_dataclass('X', ['a', ('b', int), ('c', int, field(default=3)), ('d', 'str', 'x')], namespace={'f': lambda s: s.a}, bases=(list,))
print(X(1, 2), X.__doc__, X.__module__, X.__qualname__, X(4, 5).f(), X.__mro__, X.__annotations__, fields(X)[0].type)
print(make_dataclass('Y', ['a'], frozen=True, order=True)(1) < make_dataclass('Y', ['a'])(1) if False else make_dataclass('Y', ['a'], module='m').__module__)
print(make_dataclass('Z', ['a'], decorator=lambda c, **k: (c.__name__, k)), make_dataclass('S', ['a'], slots=True).__slots__, make_dataclass('E', [])())
for call in [lambda: make_dataclass('X', ['1']), lambda: make_dataclass('X', ['for']), lambda: make_dataclass('X', ['a', 'a']), lambda: make_dataclass('X', [('a',)]), lambda: make_dataclass('X', [3]), lambda: make_dataclass('X', ['a'], foo=1),
             lambda: make_dataclass('X', [(3, int)]), lambda: make_dataclass(3, []), lambda: make_dataclass('X', [('a', int, 3), 'b'])]:
    try: print(call())
    except TypeError as e: print(e)
#%% recursion and repr
from dataclasses import *
@dataclass
class T:
    left: 'T' = None
    right: 'T' = field(default=None, repr=False)
t = T(); t.left = t; print(t, T.__doc__); t.left = [t]; print(t)
class Outer:
    @dataclass
    class Inner: x: int
print(Outer.Inner(1), Outer.Inner.__init__.__qualname__)
@dataclass(repr=False)
class R: x: int
print(repr(R(1)).startswith('<__main__.R object at'))
@dataclass
class S:
    self: int
    other: int
print(S(1, 2), S(1, 2) == S(1, 2))
try: S()
except TypeError as e: print(e)
#%% descriptors as defaults
from dataclasses import *
class D:
    def __set_name__(self, owner, name): self.n = '_' + name; print('set_name', owner.__name__, name)
    def __get__(self, i, o=None):
        if i is None: return 100
        return getattr(i, self.n, None)
    def __set__(self, i, v): setattr(i, self.n, v)
@dataclass
class A:
    x: int = D()
    y: int = field(default=D())
a = A(); print(a, a.x, A(5).x)
#%% documents
from dataclasses import *
import typing
from typing import *
@dataclass
class A:
    a: typing.Optional[int]
    b: typing.List[int]
    c: list[int] | None
    d: 'A'
    e: Field = 'a'
    f: None = None
    g: Any = 1.5
    h: Callable[[int], str] = len
    i: dict[str, 'A'] = None
    j: Literal['a'] = None
    k: type = int
print(A.__doc__)
@dataclass
class B:
    "own doc"
    x: int
print(B.__doc__)
class Meta(type): pass
@dataclass
class C(metaclass=Meta):
    x: int
print(C.__doc__, C(1), type(C))
#%% fields
from dataclasses import *
@dataclass
class A:
    x: int = field(metadata={'a': 1}, repr=False, doc='d')
f = fields(A)[0]
print(f.name, f.type, f.default is MISSING, f.metadata, f.repr, f.doc, f.init, f.compare, f.hash, f.kw_only, f)
for call in [lambda: fields(3), lambda: fields(int), lambda: fields(), lambda: f.metadata.update(), lambda: f.zz]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
print(Field[int], field(), __import__('dataclasses').__all__)
#%% reprlib
import reprlib
r = reprlib.Repr()
print(reprlib.repr('x' * 100), reprlib.repr(list(range(100))), reprlib.repr({i: i for i in range(9)}), reprlib.repr((1,)), reprlib.repr(set(range(9))), reprlib.repr(frozenset([1])), reprlib.repr(10 ** 60))
print(reprlib.repr([[[[[[[[1]]]]]]]]), reprlib.repr(set()), reprlib.repr(()), reprlib.repr({}), reprlib.repr(frozenset()), reprlib.repr(object)[:10])
r = reprlib.Repr(maxlist=2, indent=4, fillvalue='..'); print(r.repr([1, [2, {'a': 3}], 3])); print(r.repr((1,)), r.repr([]))
r = reprlib.Repr(indent='--'); print(r.repr({'a': [1, 2]}))
class C:
    def __repr__(self): return 'y' * 50
class D:
    def __repr__(self): raise ValueError
print(reprlib.repr(C()), reprlib.repr([C()]), reprlib.repr(D())[:14])
class E:
    @reprlib.recursive_repr('<rec>')
    def __repr__(self): return f'E({self.x!r})'
e = E(); e.x = [e]; print(e, E.__repr__, E.__repr__.__wrapped__)
