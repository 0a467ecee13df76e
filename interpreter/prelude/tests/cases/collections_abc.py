#%% classes
import collections.abc as A
print(A.__all__, A.__name__)
names = [n for n in A.__all__ if n != 'ByteString']
for n in names:
    c = getattr(A, n)
    print(n, c, [k.__name__ for k in c.__mro__], sorted(c.__abstractmethods__), [k for k in sorted(c.__dict__) if not k.startswith('_MutableM')], c.__slots__)
objects = [3, 'a', b'a', [], (), {}, set(), frozenset(), range(3), iter([]), (x for x in ()), {}.keys(), {}.values(), {}.items(), len, int, None, bytearray(), memoryview(b''), map(len, []),
           zip(), reversed([]), slice(1), type.__dict__, 1.5, object(), enumerate([])]
for o in objects: print(type(o).__name__, [n for n in names if isinstance(o, getattr(A, n))])
async def co(): pass
async def ag(): yield
c = co(); print([n for n in names if isinstance(c, getattr(A, n))]); c.close()
print([n for n in names if isinstance(ag(), getattr(A, n))])
for t in (int, list, dict, str): print([n for n in names if issubclass(t, getattr(A, n))])
class Empty: pass
class NoIter(list): __iter__ = None; __hash__ = None
print([n for n in names if isinstance(Empty(), getattr(A, n))], [n for n in names if isinstance(NoIter(), getattr(A, n))])
class Hooked:
    def __iter__(self): pass
    def __len__(self): pass
    def __contains__(self, x): pass
    def __reversed__(self): pass
    def __call__(self): pass
    def __buffer__(self, f): pass
    def send(self): pass
    def throw(self): pass
    def close(self): pass
    def __next__(self): pass
    def __await__(self): pass
    def __aiter__(self): pass
    def __anext__(self): pass
    asend = athrow = aclose = None
print([n for n in names if isinstance(Hooked(), getattr(A, n))])
try: A.Nope
except AttributeError as e: print(e)
for n in names:
    try: print(getattr(A, n)())
    except TypeError as e: print(e)
#%% byte string
import collections.abc as A
print(A.ByteString, isinstance(b'', A.ByteString), isinstance('', A.ByteString))
#%% generic
import collections.abc as A
for n in A.__all__:
    if n in ('ByteString', 'Callable'): continue
    try: print(getattr(A, n)[int], type(getattr(A, n)[int]))
    except TypeError as e: print(e)
class X(A.Mapping[str, int]): pass
print(X.__mro__, X.__orig_bases__)
#%% callable alias
import collections.abc as A, typing
C = A.Callable
T = typing.TypeVar('T'); P = typing.ParamSpec('P')
for call in [lambda: C[[int], str], lambda: C[..., str], lambda: C[int, str], lambda: C[int], lambda: C[[], str], lambda: C[[int, str], list[int]].__args__, lambda: C[[int], None], lambda: type(C[[int], str]),
             lambda: C[[int, [str]], 1], lambda: C[()], lambda: C[[int], str, int], lambda: C[P, T], lambda: C[P, T][[int, str], int], lambda: C[P, T][int, str], lambda: C[[T], T][int],
             lambda: C[typing.Concatenate[int, P], T], lambda: C[typing.Concatenate[int, P], T][[str], int], lambda: C[P, T].__parameters__, lambda: C[[T], T].__parameters__, lambda: C[[int], str] == C[[int], str],
             lambda: hash(C[[int], str]) == hash(C[[int], str]), lambda: C[[int], str].__origin__, lambda: C[[int], str] | None, lambda: C[[T], T][int, str], lambda: C[P, int][...], lambda: C[P, int][int],
             lambda: C[P, int][int, str], lambda: C[P, int][[int, str]], lambda: C['x', int], lambda: C[['x'], int], lambda: C[(int,), str], lambda: isinstance(len, C), lambda: isinstance(len, C[[int], str]),
             lambda: C[[int], str](1), lambda: C[T, int], lambda: C[..., T][int], lambda: C[[int], str].__reduce__(), lambda: C[..., str].__reduce__(), lambda: C[[Foo, A.Iterable], typing.Any]]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
class Foo: pass
print(C[[Foo, A.Iterable], typing.Any])
#%% set mixin
import collections.abc as A, itertools
class S(A.Set):
    def __init__(self, items): self.items = list(dict.fromkeys(items)); print('S', self.items)
    def __contains__(self, x): return x in self.items
    def __iter__(self): return iter(self.items)
    def __len__(self): return len(self.items)
    __hash__ = A.Set._hash
import operator as o
others = [S([1, 2]), S([2, 3]), S([1, 2, 3]), S([]), {1, 2}, [2, 1], frozenset([2]), 3, 'ab', {1: 2}.keys()]
def show(x): return x.items if isinstance(x, S) else x
for name in ('and_', 'or_', 'sub', 'xor', 'eq', 'ne', 'lt', 'le', 'gt', 'ge'):
    for i, a in enumerate(others):
        for j, b in enumerate(others):
            if isinstance(a, S) or isinstance(b, S):
                try: print(name, i, j, show(getattr(o, name)(a, b)))
                except TypeError as e: print(name, i, j, e)
print(S([1]).isdisjoint([2]), S([1]).isdisjoint([1]), hash(S([5, 'a'])) == hash(frozenset([5, 'a'])))
for i in range(20):
    l = [k * 7919 for k in range(i)]
    assert A.Set._hash(l) == hash(frozenset(l))
class M(A.MutableSet):
    def __init__(self, items=()): self.items = list(dict.fromkeys(items))
    __contains__ = S.__contains__; __iter__ = S.__iter__; __len__ = S.__len__
    def add(self, x):
        if x not in self.items: self.items.append(x)
    def discard(self, x):
        if x in self.items: self.items.remove(x)
m = M([1, 2, 3]); m |= [4, 5]; print(m.items); m &= {2, 4, 5}; print(m.items); m ^= [4, 9]; print(m.items); m -= [9]; print(m.items)
print(m.pop(), m.items); m.remove(5)
try: m.remove(77)
except KeyError as e: print(repr(e))
m.clear(); print(m.items)
try: m.pop()
except KeyError as e: print(repr(e), e.__cause__)
m = M([1, 2]); m -= m; print(m.items); m = M([1]); m ^= m; print(m.items); m |= [3]; m &= m; print(m.items)
try: hash(m)
except TypeError as e: print(e)
try: m |= 3
except TypeError as e: print(e)
#%% mapping mixin
import collections.abc as A
class R(A.Mapping):
    def __init__(self, d): self.d = d
    def __getitem__(self, k): print('get', k); return self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
    def __repr__(self): return f'R({self.d})'
r = R({1: 2, 3: 4})
print(r.get(1), r.get(9), r.get(9, 5), 1 in r, 9 in r, r.keys(), r.values(), r.items(), r == {1: 2, 3: 4}, r == R({1: 2}), r == 3, r != {1: 2, 3: 4}, list(r.keys()), list(r.values()), list(r.items()))
print(len(r.keys()), 1 in r.keys(), 2 in r.values(), (1, 2) in r.items(), (1, 3) in r.items(), (9, 1) in r.items(), r.keys() & [1], r.keys() | {7}, r.items() - {(1, 2)}, r.keys() == {1, 3}, r.keys() ^ {1})
for call in [lambda: reversed(r), lambda: hash(r), lambda: 3 in r.items(), lambda: dict(r), lambda: {**r}, lambda: A.KeysView({1: 2}), lambda: A.ItemsView({}), lambda: A.KeysView([1, 2]) <= {1, 2, 3}]:
    try: print(call())
    except TypeError as e: print(e)
class M(R, A.MutableMapping):
    def __setitem__(self, k, v): print('set', k, v); self.d[k] = v
    def __delitem__(self, k): print('del', k); del self.d[k]
m = M({1: 2})
m.update({3: 4}); m.update([(5, 6)], x=7); m.update(R({8: 9})); m.update(self=1, other=2); m.update()
class K:
    def keys(self): return ['k']
    def __getitem__(self, k): return k * 2
m.update(K())
print(m.pop(1), m.pop(99, 'd'), m.setdefault(3, 0), m.setdefault(77, 0), m.setdefault(78), m.popitem())
for call in [lambda: m.pop(99), lambda: m.update(1, 2), lambda: m.update(3), lambda: m.pop(), lambda: m.update([1]), lambda: m.update([(1, 2, 3)])]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
m.clear(); print(m, len(m))
try: m.popitem()
except KeyError as e: print(repr(e), e.__cause__)
#%% sequence mixin
import collections.abc as A
class Q(A.Sequence):
    def __init__(self, l): self.l = list(l)
    def __getitem__(self, i): return self.l[i]
    def __len__(self): return len(self.l)
q = Q('abcab')
print(list(q), list(reversed(q)), 'c' in q, 'z' in q, q.index('b'), q.index('b', 2), q.index('b', -2), q.count('a'), q.index('a', 1, -1))
for call in [lambda: q.index('z'), lambda: q.index('c', 3), lambda: q.index('a', 1, 2), lambda: q.index(), lambda: q + q]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
nan = float('nan'); print(nan in Q([nan]), Q([nan]).index(nan), Q([nan]).count(nan))
class M(Q, A.MutableSequence):
    def __setitem__(self, i, v): self.l[i] = v
    def __delitem__(self, i): del self.l[i]
    def insert(self, i, v): self.l.insert(i, v)
m = M([1, 2]); m.append(3); m.extend([4, 5]); m.extend(m); m += (6,); print(m.l, m.pop(), m.pop(0)); m.reverse(); print(m.l); m.remove(3); print(m.l); m.clear(); print(m.l)
for call in [lambda: m.pop(), lambda: m.remove(1), lambda: m.extend(3)]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
it = iter(q); print(next(it), type(it).__name__)
#%% generators and coroutines
import collections.abc as A
class G(A.Generator):
    def __init__(self, mode): self.mode = mode
    def send(self, v): return v
    def throw(self, typ, val=None, tb=None):
        if self.mode == 'ignore': return 1
        if self.mode == 'ret': raise StopIteration(5)
        if self.mode == 'super': return super().throw(typ, val, tb)
        raise KeyError
class Co(A.Coroutine):
    def __init__(self, mode): self.mode = mode
    def __await__(self): yield
    send = G.send
    throw = lambda self, *a: A.Coroutine.throw(self, *a) if self.mode == 'super' else G.throw(self, *a)
class AG(A.AsyncGenerator):
    def __init__(self, mode): self.mode = mode
    async def asend(self, v): return v
    async def athrow(self, typ, val=None, tb=None):
        if self.mode == 'ignore': return 1
        if self.mode == 'ret': raise StopAsyncIteration(5)
        if self.mode == 'super': return await super().athrow(typ, val, tb)
        raise KeyError
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
def show(call):
    try: print(call())
    except BaseException as e: print(type(e).__name__, e, type(e.__context__).__name__)
for m in ('ignore', 'ret', 'super', 'x'):
    for c in (G, Co):
        show(lambda: c(m).close()); show(lambda: c(m).throw(ValueError)); show(lambda: c(m).throw(ValueError('a'))); show(lambda: c(m).throw(ValueError, ValueError(3)))
    show(lambda: run(AG(m).aclose())); show(lambda: run(AG(m).athrow(ValueError))); show(lambda: run(AG(m).__anext__()))
print(next(G('x')), iter(G('x')).mode, AG('x').__aiter__().mode)
