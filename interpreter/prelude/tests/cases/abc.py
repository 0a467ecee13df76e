#%% abstract methods
import abc
from abc import ABC, ABCMeta, abstractmethod
class M(ABC):
    @abstractmethod
    def f(self): return 'M.f'
    @property
    @abstractmethod
    def g(self): pass
    @classmethod
    @abstractmethod
    def h(cls): pass
class N(M):
    def f(self): return super().f()
    g = 1
class O(N):
    h = None
    def __repr__(self): return 'O()'
for c in (M, N, O):
    print(sorted(c.__abstractmethods__))
    try: print(c().f())
    except TypeError as e: print(e)
class P(O):
    @abstractmethod
    def f(self): pass
try: P()
except TypeError as e: print(e)
class Q(int, metaclass=ABCMeta):
    @abstractmethod
    def f(self): pass
print(Q(4) + 1)
class Z(M, list): f = g = h = None
print(Z([1]))
class ZZ(list, M): pass
try: ZZ()
except TypeError as e: print(e)
print(abc.abstractproperty(lambda s: 1).__isabstractmethod__, abc.abstractclassmethod(lambda s: 1).__isabstractmethod__, abc.abstractstaticmethod(lambda s: 1).__isabstractmethod__)
for call in [lambda: abstractmethod(3), lambda: abstractmethod(len), lambda: ABCMeta('x', (), {}), lambda: ABCMeta('x'), lambda: ABCMeta('x', (), {}, k=1), lambda: int.__abstractmethods__]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
print([k for k in M.__dict__], [k for k in ABC.__dict__], ABC.__slots__)
class WithKw(ABC):
    def __init_subclass__(cls, **k): print(cls.__name__, k); super().__init_subclass__()
class WK(WithKw, a=1): pass
#%% update_abstractmethods
import abc
class A(abc.ABC):
    @abc.abstractmethod
    def f(self): pass
class B(A): pass
B.f = lambda self: 3
try: B()
except TypeError as e: print(e)
print(abc.update_abstractmethods(B), B().f(), B.__abstractmethods__)
A.g = abc.abstractmethod(lambda s: 1); abc.update_abstractmethods(A); print(sorted(A.__abstractmethods__), abc.update_abstractmethods(int))
abc.update_abstractmethods(B); print(sorted(B.__abstractmethods__))
#%% register
import abc
from abc import ABC
class A(ABC): pass
class B(A): pass
@A.register
class C: pass
class D(C): pass
print(issubclass(C, A), isinstance(C(), A), issubclass(D, A), issubclass(C, B), isinstance(3, A), issubclass(A, A))
print(isinstance(D(), B)); B.register(D); print(isinstance(D(), B), isinstance(C(), B), isinstance(D(), A))
B.register(int); print(isinstance(3, A), isinstance(True, A), isinstance('', A))
for call in [lambda: A.register(3), lambda: A.register(), lambda: B.register(A), lambda: A.register(A), lambda: A.register(B), lambda: issubclass(1, A), lambda: issubclass(list[int], A), lambda: A.register(list[int]),
             lambda: A.__instancecheck__(), lambda: A.__subclasscheck__(3), lambda: isinstance(list[int], A)]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
t = abc.get_cache_token(); A.register(str); print(abc.get_cache_token() - t)
A.register(str); print(abc.get_cache_token() - t)
#%% hooks
from abc import ABC, ABCMeta
class Sized(ABC):
    @classmethod
    def __subclasshook__(cls, c):
        print('hook', cls.__name__, c.__name__)
        if cls is Sized: return any('__len__' in b.__dict__ for b in c.__mro__)
        return NotImplemented
class E:
    def __len__(self): return 0
class F(Sized): pass
print(isinstance([], Sized), isinstance([], Sized), isinstance(E(), Sized), isinstance(3, Sized), issubclass(E, F), issubclass(F, Sized), isinstance(F(), F))
class Bad(ABC):
    @classmethod
    def __subclasshook__(cls, c): return 5
class Bad2(ABC):
    def __subclasshook__(cls): return 5
class Fake:
    @property
    def __class__(self): return F
class Fake2: __class__ = 3
class Meta(ABCMeta):
    def __subclasses__(cls): return 5
class U(metaclass=Meta): pass
class Meta2(ABCMeta):
    def __subclasses__(cls): return [5]
class U2(metaclass=Meta2): pass
for call in [lambda: issubclass(int, Bad), lambda: isinstance(3, Bad2), lambda: isinstance(Fake(), F), lambda: isinstance(Fake2(), F), lambda: isinstance(3, U), lambda: isinstance(3, U2)]:
    try: print(call())
    except BaseException as e: print(type(e).__name__, e)
class IC(ABC):
    @classmethod
    def __subclasscheck__(cls, c): return True
print(isinstance(3, IC))
class MC(ABCMeta):
    def __instancecheck__(cls, i): print('instancecheck'); return super().__instancecheck__(i)
    def __subclasscheck__(cls, i): print('subclasscheck', i.__name__); return super().__subclasscheck__(i)
class IM(metaclass=MC): pass
print(isinstance(3, IM), isinstance(3, IM), isinstance(IM(), IM), issubclass(int, IM), isinstance(Fake(), IM))
#%% match after register
from abc import ABC
import collections.abc
class S:
    def __len__(self): return 2
    def __getitem__(self, i): return [1, 2][i]
class M:
    def __len__(self): return 1
    def __getitem__(self, k): return k
    def get(self, k, d=None): return k
    def keys(self): return ['a']
class Sub(S): pass
def kind(x):
    match x:
        case [a, b]: return 'seq', a, b
        case {'a': v}: return 'map', v
        case _: return 'other'
print(kind(S()), kind(M()))
collections.abc.Sequence.register(S); collections.abc.Mapping.register(M)
print(kind(S()), kind(M()), kind(Sub()), kind([1, 2]), kind({'a': 1}), kind('ab'))
class T(collections.abc.Sequence):
    def __len__(self): return 2
    def __getitem__(self, i): return [3, 4][i]
print(kind(T()))
