#%% partial basics
from functools import partial, Placeholder
def f(*a, **k): return a, k
p = partial(f, 1, x=2)
print(p, p.func is f, p.args, p.keywords, p(3, y=4), p(x=9))
print(partial(p, 5, z=1)(6), partial(p, 5, z=1).args)
class P(partial): pass
print(P(f, 1), P(p, 2, x=3), partial(P(f, 2), 3).args)
p.attr = 1
print(partial(p, 3).func is p)
print(repr(p), callable(p))
class C:
    m = partial(f, 1)
    def __repr__(self): return 'C()'
print(C.m, C().m, C().m(2))
r = partial(f); r.__setstate__((r, (r,), {'k': r}, {}))
print(r)
print(partial[int], hash(p) == hash(p), p == p, p == partial(f, 1, x=2))
print(p.__reduce__()[1:] == ((f,), (f, (1,), {'x': 2}, {'attr': 1})))
#%% partial errors
from functools import partial, Placeholder
def f(*a, **k): return a, k
for call in [lambda: partial(), lambda: partial(1), lambda: partial(f, Placeholder), lambda: partial(f, x=Placeholder),
             lambda: partial(f, Placeholder, 1)(), lambda: partial(f, Placeholder, Placeholder, 1)(2), lambda: partial(f).zz,
             lambda: setattr(partial(f), 'func', 1), lambda: delattr(partial(f), 'args'),
             lambda: partial(partial(f, Placeholder, 1), Placeholder), lambda: partial(f).__setstate__(3),
             lambda: partial(f).__setstate__((f, (), {}, None)), lambda: setattr(partial(f), 'other', 1)]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
#%% partial placeholder
from functools import partial, Placeholder as _
def f(*a, **k): return a, k
p = partial(f, _, 2, _, 4)
print(p(1, 3), p(1, 3, 5), partial(p, 1), partial(p, 1)(3), partial(p, _, 3)(1), partial(p, 1, _, 7).args, _)
print(partial(p, 1, 3, 5)(6), partial(p)(1, 3), type(_), type(_)() is _, repr(_), _.__reduce__())
#%% partial raising
from functools import partial
def f(a): raise ValueError(a)
partial(f, 1)()
#%% partial missing argument
from functools import partial
def f(a, b): pass
partial(f, 1)()
#%% reduce
from functools import reduce
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a + b, [], 5), reduce(lambda a, b: a * b, iter([2]), 5))
print(reduce(lambda a, b: a + b, 'abc', initial='z'), reduce(None, [4]))
for args in [(1, 2), (1, []), (len, [1, 2])]:
    try: print(reduce(*args))
    except Exception as e: print(type(e).__name__, e, e.__context__, e.__cause__)
class I:
    def __iter__(self): raise KeyError('x')
class J:
    __iter__ = None
class K:
    def __iter__(self): return 1
class L:
    def __iter__(self): raise TypeError('mine')
for x in (I, J, K, L):
    try: reduce(len, x())
    except Exception as e: print(type(e).__name__, e)
print(reduce)
class C: r = reduce
print(C().r(lambda a, b: a + b, [1, 2]))
#%% reduce raising
from functools import reduce
def f(a, b): return a / b
reduce(f, [1, 0])
#%% cmp_to_key
from functools import cmp_to_key
def c(a, b):
    print('cmp', a, b); return (a > b) - (a < b)
k = cmp_to_key(c)
print(sorted([3, 1, 2], key=k), k(1) < k(2), k(1) == k(1), k(1) != k(2), k(2) >= k(3), k(1) <= k(0), k(4) > k(1), k(3).obj, k(1).__class__)
for call in [lambda: k(1) < 3, lambda: k(1) == 3, lambda: hash(k(1)), lambda: cmp_to_key(lambda a, b: 'x')(1) < k(2), lambda: k(1).zz]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
print(max(['aa', 'b'], key=cmp_to_key(lambda a, b: len(a) - len(b))), cmp_to_key, k, k(1))
#%% lru_cache
from functools import lru_cache, cache
@lru_cache(maxsize=2)
def f(x, *, k=0):
    "doc of f"
    print('call', x, k); return x * 2
print(f(1), f(1), f(2), f(1), f(3), f(1), f(2), f(x=1), f(1, k=0), f(1.0), f(True))
print(f.cache_info(), f.cache_parameters(), f.__name__, f.__doc__, f.__wrapped__)
f.cache_clear(); print(f.cache_info(), f(1), f.cache_info())
@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(60), fib.cache_info(), fib.cache_parameters())
@lru_cache(typed=True)
def g(*a): print('g', a); return a
print(g(1), g(1.0), g(True), g(1), g('a'), g('a'), g(1, 2), g(1, 2.0), g.cache_info())
@lru_cache(0)
def h(x): return x
print(h(1), h(1), h.cache_info())
print(lru_cache(-5)(h).cache_info(), lru_cache(None)(h).cache_info(), f)
class C:
    @lru_cache
    def m(self, x): print('m'); return x
c = C(); print(c.m(1), c.m(1), C.m(c, 1), C.m.cache_info(), C().m(1))
#%% lru_cache errors
from functools import lru_cache, cache
@lru_cache
def f(a, b=1): return 1 / a
for call in [lambda: f([]), lambda: f(), lambda: f(0), lambda: f({}, b=[]), lambda: lru_cache(1.5), lambda: lru_cache(5)(5), lambda: cache(5), lambda: lru_cache('a'), lambda: f(1, 2, 3),
             lambda: f.zz]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e, e.__context__)
print(f.cache_info())
#%% lru_cache and equality
from functools import lru_cache
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): print('hash', self.n); return 7
    def __eq__(self, o): print('eq', self.n, o.n); return self.n == o.n
@lru_cache(2)
def f(*a): print('call'); return a[0].n
a, b, c = K(1), K(2), K(3)
f(a); f(a); f(K(1)); f(b); f(b); f(c); f(a); f(b)
print(f.cache_info())
@lru_cache(None)
def g(a, k=0): print('call'); return a.n
g(a); g(K(1)); g(a, k=b); g(a, k=K(2)); g(b)
#%% lru_cache recursion and clear inside
from functools import lru_cache
@lru_cache(1)
def f(n):
    if n: f(n - 1)
    return n
print(f(5), f.cache_info(), f(5), f.cache_info())
@lru_cache(2)
def g(n):
    g.cache_clear(); return n
g(1); print(g.cache_info()); g(2); print(g.cache_info()); g(2); print(g.cache_info())
#%% lru_cache traceback
from functools import lru_cache
@lru_cache
def f(n):
    if n == 0: raise ValueError('deep')
    return f(n - 1)
f(3)
#%% cached_property
from functools import cached_property
class C:
    @cached_property
    def x(self):
        "the doc"
        print('computing'); return 5
c = C()
print(c.x, c.x, c.__dict__); del c.x; print(c.x); c.x = 9; print(c.x, C.x.__doc__, C.x.attrname, C.x.func.__name__, type(C.x))
class S:
    __slots__ = ()
    @cached_property
    def y(self): return 1
class M(type):
    @cached_property
    def z(cls): return 3
class N(metaclass=M): pass
C.late = cached_property(lambda s: 1)
def twice():
    class D:
        a = C.x
        b = cached_property(len); c = b
for call in [lambda: S().y, lambda: N.z, lambda: C().late, twice, lambda: cached_property(5), lambda: C().x.zz]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e, repr(e.__cause__))
print(cached_property[int])
#%% wraps and update_wrapper
from functools import wraps, update_wrapper, WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES
def f(a: int) -> str:
    "f doc"
f.extra = 1
@wraps(f)
def g(*a): "g doc"
print(g.__name__, g.__doc__, g.__qualname__, g.__module__, g.__annotations__, g.extra, g.__wrapped__ is f, g)
@wraps(f, assigned=('__doc__',), updated=())
def h(): pass
print(h.__name__, h.__doc__, h.__dict__.keys())
class W:
    def __init__(self): self.k = 1
w = update_wrapper(W(), len)
print(w.__dict__, WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES)
@wraps(W)
def k(): pass
print(k.__name__, k.__dict__.keys(), k.__type_params__)
def gen[T](x: T): pass
print(wraps(gen)(lambda: 0).__type_params__)
for call in [lambda: wraps(f)(5), lambda: wraps(), lambda: update_wrapper(f), lambda: wraps(f, updated=('zz',))(f)]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
print(repr(wraps(len))[:60])
#%% total_ordering
from functools import total_ordering
for root in ('__lt__', '__le__', '__gt__', '__ge__'):
    class C:
        def __init__(self, v): self.v = v
        def __eq__(self, o): print('eq', self.v, o.v); return self.v == o.v
    def method(self, o):
        print(root, self.v, getattr(o, 'v', o))
        if not isinstance(o, C): return NotImplemented
        return {'__lt__': self.v < o.v, '__le__': self.v <= o.v, '__gt__': self.v > o.v, '__ge__': self.v >= o.v}[root]
    setattr(C, root, method)
    C = total_ordering(C)
    for a, b in [(1, 2), (2, 2), (3, 2)]:
        print(C(a) < C(b), C(a) <= C(b), C(a) > C(b), C(a) >= C(b))
    for op in ('__lt__', '__le__', '__gt__', '__ge__'): print(getattr(C, op).__name__, getattr(C, op).__doc__, getattr(C(1), op)(5))
    try: C(1) < 5
    except TypeError as e: print(e)
    try: C(1) >= 5
    except TypeError as e: print(e)
    print(sorted([C(3), C(1)], reverse=True)[0].v, max(C(1), C(4)).v)
try: total_ordering(type('E', (), {}))
except ValueError as e: print(e)
@total_ordering
class Two:
    def __lt__(self, o): return 'lt'
    def __ge__(self, o): return 'ge'
print(Two() < 1, Two() >= 1, Two() > 1, Two() <= 1)
@total_ordering
class Odd:
    def __lt__(self, o): return []
    def __eq__(self, o): return 'E'
print(Odd() <= 1, Odd() > 1, Odd() >= 1)
print(C.__gt__.__qualname__ if root == '__gt__' else [getattr(Odd, n).__qualname__ for n in ('__le__', '__gt__', '__ge__')])
#%% total_ordering from an inherited root
from functools import total_ordering
class A:
    def __lt__(self, o): return 'A.lt'
@total_ordering
class B(A):
    def __gt__(self, o): return 'B.gt'
print(B() < 1, B() > 1, B() <= 1, B() >= 1)
@total_ordering
class I(int): pass
print(I(3) < 4)
#%% singledispatch
from functools import singledispatch
@singledispatch
def f(x, *rest):
    "f doc"
    return 'object', rest
@f.register
def on_int(x: int): return 'int'
@f.register(str)
@f.register(bytes)
def _(x): return 'text'
@f.register
def _(x: list | tuple): return 'seq'
f.register(float, lambda x: 'float'); f.register(type(None), lambda x: 'none')
print(f(1), f(True), f('a'), f(b'a'), f([1]), f((1,)), f(1.5), f(None), f({1}, 2), on_int(1))
print(f.__name__, f.__doc__, f.__wrapped__, f.dispatch(bool) is on_int, list(f.registry), f, f.registry[int] is on_int)
class L(list): pass
print(f(L())); f.register(L, lambda x: 'L'); print(f(L()))
for call in [lambda: f(), lambda: f(x=1), lambda: f.register(lambda x: 1), lambda: f.register(list[int]), lambda: f.register(5, 5), lambda: f.register(5),
             lambda: f.register(list[int], 5), lambda: f.register(list[int] | int), lambda: f.register(int | list[int], 5), lambda: singledispatch(),
             lambda: f.zz, lambda: f.registry.update()]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
def bad(x: 'Nope'): pass
def bad2(x: 5): pass
def bad3(x: list[int]): pass
def bad4(x: list[int] | int): pass
def bad5() -> int: pass
for b in (bad, bad2, bad3, bad4, bad5):
    try: print(f.register(b))
    except Exception as e: print(type(e).__name__, e)
def later(x: 'set'): return 'set'
f.register(later); print(f(set()))
print(singledispatch(1) and singledispatch(1).__wrapped__)
#%% singledispatch with abstract classes
from functools import singledispatch
from collections.abc import Iterable, Sized, Mapping, MutableMapping, Sequence, Container, Hashable, Set, Callable
@singledispatch
def f(x): return 'base'
f.register(Sized, lambda x: 'sized')
print(f([]), f(3), f({}))
f.register(Mapping, lambda x: 'mapping'); f.register(MutableMapping, lambda x: 'mutable')
print(f({}), f([]), f.dispatch(dict).__name__)
f.register(Sequence, lambda x: 'sequence'); f.register(dict, lambda x: 'dict')
print(f({}), f(()), f('a'), f(range(2)))
class D:
    def __len__(self): return 0
print(f(D()))
class E(D):
    def __iter__(self): return iter(())
f.register(Iterable, lambda x: 'iterable')
try: print(f(E()))
except RuntimeError as e: print(e)
class V: pass
print(f(V())); Sized.register(V); print(f(V()))
class W(dict): pass
print(f(W()))
#%% singledispatch order matrix
from functools import singledispatch
import collections.abc as A
import itertools
abcs = [A.Iterable, A.Sized, A.Container, A.Collection, A.Mapping, A.MutableMapping, A.Hashable, A.Set, A.Sequence, A.Reversible]
class U1(dict): pass
class U2(A.Mapping):
    def __getitem__(self, k): pass
    def __iter__(self): return iter(())
    def __len__(self): return 0
class U3:
    def __len__(self): return 0
    def __iter__(self): return iter(())
class U4(U3):
    def __contains__(self, x): return False
class U5(U4, A.Hashable): pass
class U6(U2, U4): pass
for n in (1, 2, 3):
    for combo in itertools.permutations(abcs, n) if n < 3 else itertools.combinations(abcs, n):
        @singledispatch
        def f(x): return 'base'
        for a in combo: f.register(a, lambda x, a=a: a.__name__)
        line = []
        for x in ([], {}, frozenset(), 'a', U1(), U2(), U3(), U4(), U5(), U6(), 3):
            try: line.append(f(x))
            except RuntimeError as e: line.append(str(e))
            except TypeError as e: line.append(str(e))
        print([a.__name__ for a in combo], line)
#%% singledispatch traceback
from functools import singledispatch
@singledispatch
def f(x): raise KeyError(x)
def g(): f(3)
g()
#%% singledispatchmethod
from functools import singledispatchmethod
class C:
    @singledispatchmethod
    def go(self, x, *r):
        "go doc"
        return 'base', r
    @go.register
    def _(self, x: int): return 'int', self
    @go.register(str)
    @classmethod
    def _(cls, x): return 'str', cls
    @go.register(list)
    @staticmethod
    def _(x): return 'list', x
    @singledispatchmethod
    @classmethod
    def make(cls, x): return 'cm', cls
    @make.register
    @classmethod
    def _(cls, x: int): return 'cm int', cls
    def __repr__(self): return 'C()'
c = C()
print(c.go(1), c.go('a'), c.go([1]), c.go(2.5, 3), C.make(1), C.make('x'), c.make(2))
print(C.go, c.go, C.__dict__['go'], c.go.__name__, c.go.__doc__, c.go.__module__, c.go.__wrapped__, c.go.__qualname__)
for call in [lambda: c.go(), lambda: c.go.zz, lambda: C.go(c, 1), lambda: singledispatchmethod(5), lambda: c.go.__isabstractmethod__, lambda: C.__dict__['go'].__isabstractmethod__,
             lambda: c.go(x=1), lambda: c.go.register(dict, 4)]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
#%% partialmethod
from functools import partialmethod, Placeholder as _
class C:
    def f(self, *a, **k): return a, k
    p = partialmethod(f, 1, x=2)
    q = partialmethod(p, 3, y=4)
    s = partialmethod(staticmethod(lambda *a: a), 7)
    c = partialmethod(classmethod(lambda cls, *a: (cls, a)), 8)
    b = partialmethod(print, 'printed')
    h = partialmethod(f, _, 2)
    def __repr__(self): return 'C()'
c = C()
print(c.p(5), c.q(6, x=0), c.s(1), c.c(1), C.c(2), C.p(c, 1), c.h(1))
c.b()
print(C.__dict__['p'].args, C.__dict__['q'].args, C.__dict__['q'].keywords, c.p, C.p, c.b)
print(C.__dict__['b'], c.q.__partialmethod__.args if hasattr(c.q, '__partialmethod__') else None, type(c.s), type(c.c))
for call in [lambda: partialmethod(5), lambda: partialmethod(), lambda: partialmethod(len, _), lambda: partialmethod(len, x=_), lambda: c.h(), lambda: C.p()]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
print(partialmethod[int], C.__dict__['p'].__isabstractmethod__)
#%% names
import functools
print(sorted(functools.__all__), functools.__name__)
for n in functools.__all__: print(n, getattr(functools, n))
