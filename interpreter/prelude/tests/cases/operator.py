#%% functions
import operator as o
import warnings; warnings.simplefilter('ignore')
unary = ['abs', 'inv', 'invert', 'neg', 'pos', 'not_', 'truth', 'index', 'is_none', 'is_not_none']
binary = ['add', 'and_', 'floordiv', 'lshift', 'mod', 'mul', 'matmul', 'or_', 'pow', 'rshift', 'sub', 'truediv', 'xor', 'lt', 'le', 'eq', 'ne', 'ge',
          'gt', 'is_', 'is_not', 'concat', 'contains', 'countOf', 'getitem', 'indexOf', 'iadd', 'iand', 'iconcat', 'ifloordiv', 'ilshift', 'imod', 'imul',
          'imatmul', 'ior', 'ipow', 'irshift', 'isub', 'itruediv', 'ixor']
class S:
    def __getitem__(self, i):
        if i < 3: return i
        raise IndexError(i)
    def __add__(self, o): return 'added'
class R:
    def __radd__(self, o): return 'radd'
    def __add__(self, o): return NotImplemented
    def __getitem__(self, i): raise IndexError
class L(list):
    def __add__(self, o): return 'L.add'
    def __iadd__(self, o): return 'L.iadd'
class D(dict):
    def __add__(self, o): return 'D.add'
def values(): return [3, -2, True, 1.5, 'ab', [1, 2], (1, 2), {1: 2}, {1, 2}, None, b'a', S(), R(), L([1]), D(), range(3), bytearray(b'x'), 2 + 1j]
def show(x): return repr(x) if not isinstance(x, (S, R)) else type(x).__name__
for name in unary:
    for a in range(18):
        try: print(name, a, show(getattr(o, name)(values()[a])))
        except Exception as e: print(name, a, type(e).__name__, e)
for name in binary:
    for a in range(18):
        for b in range(18):
            try: print(name, a, b, show(getattr(o, name)(values()[a], values()[b])))
            except Exception as e: print(name, a, b, type(e).__name__, e)
d = {}
print(o.setitem(d, 1, 2), d, o.delitem(d, 1), d, o.call(print, 1, 2, sep='-'))
for n in o.__all__:
    f = getattr(o, n); print(n, f, f.__name__, f.__module__)
print([n for n in dir(o) if n[:2] == '__'] == sorted(set(n for n in dir(o) if n[:2] == '__')), o.__add__ is o.add, o.__name__)
class C: plus = o.add; get = o.itemgetter(0)
print(C().plus(1, 2), C().get([5]))
#%% length_hint
import operator as o
class A:
    def __init__(self, v): self.v = v
    def __length_hint__(self):
        if isinstance(self.v, Exception): raise self.v
        return self.v
class B(A):
    def __len__(self): raise TypeError('no len')
class C:
    def __len__(self): raise ValueError('bad')
for call in [lambda: o.length_hint([1, 2]), lambda: o.length_hint(3), lambda: o.length_hint(3, 4), lambda: o.length_hint(3, 'a'), lambda: o.length_hint(A(5)), lambda: o.length_hint(A(-1)),
             lambda: o.length_hint(A('x')), lambda: o.length_hint(A(NotImplemented), 7), lambda: o.length_hint(A(TypeError()), 8), lambda: o.length_hint(A(KeyError(1)), 8),
             lambda: o.length_hint(B(6)), lambda: o.length_hint(C()), lambda: o.length_hint(iter([1, 2, 3]))]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
#%% getters
import operator as o
class A:
    def __init__(self, **k): self.__dict__.update(k)
    def m(self, *a, **k): return a, k
a = A(x=1, y=A(z=2))
print(o.itemgetter(1)([5, 6]), o.itemgetter(0, 2)('abc'), o.itemgetter('k')({'k': 9}), o.itemgetter(slice(1, None))('abc'), o.itemgetter(1, slice(2)))
print(o.attrgetter('x')(a), o.attrgetter('x', 'y.z')(a), o.attrgetter('y.z')(a), o.attrgetter('a.b', 'c'))
print(o.methodcaller('m')(a), o.methodcaller('m', 1, k=2)(a), o.methodcaller('upper')('x'), o.methodcaller('a', 1, x=[]))
print(o.itemgetter(1).__reduce__(), o.attrgetter('a', 'b.c').__reduce__(), o.methodcaller('a', 1).__reduce__(), o.methodcaller('a', 1, x=1).__reduce__())
for call in [lambda: o.itemgetter(), lambda: o.itemgetter(1)(), lambda: o.itemgetter(1, x=1), lambda: o.itemgetter(1)([1], 2), lambda: o.itemgetter(1)([1], x=1), lambda: o.itemgetter(1)([1]),
             lambda: o.itemgetter(1)(3), lambda: o.attrgetter(), lambda: o.attrgetter(1), lambda: o.attrgetter('q')(a), lambda: o.attrgetter('y.q')(a), lambda: o.attrgetter('a')(), lambda: o.attrgetter('')(1),
             lambda: o.attrgetter('a', x=1), lambda: o.attrgetter('a')(1, x=1), lambda: o.methodcaller(), lambda: o.methodcaller(1), lambda: o.methodcaller('q')(a), lambda: o.methodcaller('m')(), lambda: o.methodcaller('m')(1, 2),
             lambda: o.methodcaller('m')(1, x=2), lambda: o.methodcaller(x=1), lambda: o.itemgetter(1).x, lambda: o.itemgetter(1) == o.itemgetter(1)]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
#%% traceback
import operator as o
class A:
    def __add__(self, x): raise ValueError(x)
o.add(A(), 1)
