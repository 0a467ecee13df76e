#%% names
import types
print(types.__all__)
for n in types.__all__: print(n, getattr(types, n))
print(types.MappingProxyType({1: 2}), types.MethodType(len, [3])(), types.GenericAlias(list, int), types.NoneType(), types.EllipsisType(), types.NotImplementedType(), types.ModuleType('m', 'd').__doc__)
print(types.CellType(3).cell_contents, types.FunctionType((lambda: 5).__code__, {}, 'q'))
try: types.CapsuleType()
except TypeError as e: print(e)
#%% simple namespace
from types import SimpleNamespace as SN
for call in [lambda: SN(a=1, b=2), lambda: SN(), lambda: SN({'a': 1}), lambda: SN([('a', 1)]), lambda: SN(1), lambda: SN({'a': 1}, a=2, c=3), lambda: SN({1: 2}), lambda: SN(1, 2), lambda: SN(a=1) == SN(a=1), lambda: SN(a=1) == 3, lambda: SN(a=1).b,
             lambda: hash(SN()), lambda: SN(a=1) < SN(a=2), lambda: SN(a=1) < 3, lambda: SN(a=1).__reduce__(), lambda: SN(**{'a b': 1, '1': 2}), lambda: SN(a=1).__replace__(a=2, b=3), lambda: SN(a=1).__replace__(1), lambda: SN(a=1) != SN(a=2), lambda: SN(a=1) == SN(a=2), lambda: SN(x='a').__dict__]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
class S(SN): pass
print(S(a=1), S(a=1) == SN(a=1), S(a=1).__replace__(b=2))
x = SN(); x.x = x; print(x); x.y = [x]; print(x); del x.x; print(vars(x).keys())
import copy; print(copy.replace(SN(a=1), a=5), copy.copy(SN(q=1)), copy.deepcopy(SN(q=[1])))
#%% class making
import types
class M1(type): pass
class M2(type): pass
class A(metaclass=M1): pass
class B(metaclass=M2): pass
class G(list[int]): pass
class BadM:
    def __mro_entries__(self, b): return 3
class GoodM:
    def __mro_entries__(self, b): return (A, int)
class P(type):
    @classmethod
    def __prepare__(m, n, b, **k): print('prepare', n, b, k); return {'prepared': 1}
    def __new__(m, n, b, ns, **k): return type.__new__(m, n, b, dict(ns))
    def __init__(c, n, b, ns, **k): print('init', k)
for call in [lambda: types.new_class('X'), lambda: types.new_class('X', (int,), {'metaclass': type}, lambda ns: ns.update(a=1)).a, lambda: types.new_class(), lambda: types.prepare_class('X'), lambda: types.prepare_class('X', (int,), {'metaclass': type, 'k': 1}),
             lambda: types.resolve_bases((int, list[int])), lambda: types.new_class('X', (list[int],)).__orig_bases__, lambda: types.new_class('X', (list[int],)).__bases__, lambda: types.new_class('X', (A, B)), lambda: types.new_class('X', (A,), {'metaclass': M2}),
             lambda: types.get_original_bases(3), lambda: types.get_original_bases(int), lambda: types.get_original_bases(G), lambda: types.resolve_bases((BadM(),)), lambda: types.resolve_bases((str, GoodM())), lambda: types.new_class('X', (), {'metaclass': P, 'k': 2}).prepared,
             lambda: types.resolve_bases(t := (int, str)) is t]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
#%% dynamic class attribute
import types
class M(type):
    def __getattr__(cls, n): return f'meta {n}'
class D(metaclass=M):
    @types.DynamicClassAttribute
    def x(self): "doc"; return getattr(self, '_x', 3)
    @x.setter
    def x(self, v): self._x = v
    @types.DynamicClassAttribute
    def y(self): pass
d = D(); print(D.x, d.x); d.x = 5; print(d.x, D.__dict__['x'].__doc__)
for call in [lambda: setattr(d, 'y', 1), lambda: delattr(d, 'x'), lambda: types.DynamicClassAttribute(None, doc='x').__get__(1)]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
#%% coroutine
import types, collections.abc
def gen(): r = yield 1; return r
f = types.coroutine(gen)
print(f is gen, type(f()).__name__)
async def main(): return await gen()
c = main(); print(c.send(None))
try: c.send('result')
except StopIteration as e: print(e.value)
async def co(): return 5
print(types.coroutine(co) is co)
class GL(collections.abc.Generator):
    def send(self, v): return 'sent'
    def throw(self, *a): raise KeyError
    gi_running = 1
w = types.coroutine(lambda: GL())()
for call in [lambda: w.send(1), lambda: next(w), lambda: w.__await__() is w, lambda: w.gi_running, lambda: w.gi_code, lambda: w.close(), lambda: w.cr_running, lambda: w.__name__, lambda: types.coroutine(3), lambda: types.coroutine(lambda: 3)(), lambda: type(w)]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
async def m2(): return await w
c = m2(); print(c.send(None))
