#%% contextmanager
from contextlib import *
@contextmanager
def cm(a, b=2):
    "the doc"
    print('enter', a, b)
    try: yield a
    except KeyError as e: print('caught', e)
    finally: print('exit', a)
with cm(1) as x: print('body', x)
with cm(2) as x: raise KeyError('k')
try:
    with cm(3): raise ValueError('v')
except ValueError as e: print(e, e.__context__)
print(cm, cm.__doc__, cm(1).__doc__, cm.__name__, cm(9), cm.__wrapped__, type(cm(1)).__mro__, vars(cm(1)).keys())
with cm(1), cm(2) as y: print(y)
for call in [lambda: cm(), lambda: cm(1).__enter__(), lambda: cm(1).zz]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
c = cm(5)
with c: pass
try:
    with c: pass
except AttributeError as e: print(e)
#%% contextmanager misuse
from contextlib import *
@contextmanager
def none():
    if False: yield
@contextmanager
def two(): yield 1; yield 2
@contextmanager
def after():
    try: yield
    except ValueError: yield 'again'
@contextmanager
def stop():
    try: yield
    except StopIteration: raise StopIteration('inner')
@contextmanager
def through(): yield
@contextmanager
def swap():
    try: yield
    except ValueError as e: raise KeyError('swapped') from e
@contextmanager
def runtime():
    try: yield
    except ValueError: raise RuntimeError('rt')
def attempt(m, err=None):
    try:
        with m() as v:
            print('in', v)
            if err: raise err
        print('out')
    except BaseException as e: print(type(e).__name__, e, repr(e.__cause__), repr(e.__context__), e.__suppress_context__, e is err)
attempt(none); attempt(two); attempt(after); attempt(after, ValueError('x')); attempt(stop, StopIteration('s')); attempt(through, StopIteration('s')); attempt(through, RuntimeError('r')); attempt(through, GeneratorExit('g'))
attempt(swap, ValueError('v')); attempt(runtime, ValueError('v')); attempt(through, KeyboardInterrupt()); attempt(two, ValueError('w')); attempt(through, StopAsyncIteration('q'))
e = ValueError('same'); attempt(through, e)
def f():
    with through(): return 'returned'
print(f())
for i in range(3):
    with through():
        if i == 1: continue
        print(i)
#%% contextmanager traceback
from contextlib import contextmanager
@contextmanager
def outer():
    print('o')
    try: yield
    finally: print('fin')
def f():
    with outer():
        with outer():
            raise ValueError('deep')
f()
#%% contextmanager traceback from the generator
from contextlib import contextmanager
@contextmanager
def outer():
    yield
    raise KeyError('late')
with outer():
    pass
#%% contextmanager traceback translated
from contextlib import contextmanager
@contextmanager
def outer():
    try: yield
    except ValueError as e:
        raise KeyError('translated') from e
def g(): raise ValueError('first')
with outer():
    g()
#%% decorators
from contextlib import *
@contextmanager
def cm(n):
    print('in', n); yield; print('out', n)
@cm(1)
def f(x, *, y=2):
    "f doc"
    return x + y
print(f(1), f(2, y=3), f.__name__, f.__doc__, f.__wrapped__)
class D(ContextDecorator):
    def __enter__(self): print('D in'); return self
    def __exit__(self, *e): print('D out', e[0]); return True
@D()
def g(): raise ValueError('x')
print(g())
class M:
    @cm(3)
    def meth(self): return 'm'
print(M().meth())
#%% small managers
from contextlib import *
import io, sys
class T:
    def close(self): print('closed'); return True
with closing(T()) as t: print(t.__class__)
try:
    with closing(T()): raise ValueError(1)
except ValueError as e: print('not suppressed', e)
with suppress(ValueError, KeyError) as s: print(s); raise KeyError(1)
with suppress(): pass
try:
    with suppress(KeyError): raise ValueError(2)
except ValueError as e: print(e)
try:
    with suppress(ValueError): raise ExceptionGroup('g', [ValueError(1), KeyError(2), ExceptionGroup('h', [ValueError(3)])])
except ExceptionGroup as e: print(repr(e), e.__context__ is None, repr(e.__context__))
with suppress(ValueError): raise ExceptionGroup('g', [ValueError(1)])
with suppress(ExceptionGroup): raise ExceptionGroup('g', [ValueError(1)])
with suppress(Exception): 1 / 0
with nullcontext() as n, nullcontext(5) as m: print(n, m)
f = io.StringIO()
with redirect_stdout(f) as g: print('hidden'); print(g is f)
print(repr(f.getvalue()))
r = redirect_stdout(f)
with r:
    with r: print('twice')
with redirect_stderr(f): print('err', file=sys.stderr)
print(repr(f.getvalue()))
for call in [lambda: closing(), lambda: suppress(3).__exit__(ValueError, ValueError(), None), lambda: closing(3).__exit__(), lambda: nullcontext(1, 2), lambda: redirect_stdout(), lambda: AbstractContextManager(), lambda: AbstractAsyncContextManager(),
             lambda: AbstractContextManager[int], lambda: isinstance(T(), AbstractContextManager), lambda: isinstance(nullcontext(), AbstractAsyncContextManager), lambda: isinstance(open, AbstractContextManager)]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
class A(AbstractContextManager):
    def __exit__(self, *a): print('A exit'); return None
with A() as a: print(type(a).__name__)
print(closing.__mro__, nullcontext.__mro__, suppress.__mro__)
#%% exit stack
from contextlib import *
class M:
    def __init__(self, n, swallow=False, fail=None): self.n, self.swallow, self.fail = n, swallow, fail
    def __enter__(self): print('enter', self.n); return self.n
    def __exit__(self, t, v, tb):
        print('exit', self.n, t and t.__name__, v, tb is not None)
        if self.fail: raise self.fail
        return self.swallow
with ExitStack() as s:
    print(s.enter_context(M(1)), s.enter_context(M(2)), s.callback(print, 'called', sep='-'), s.push(M(3)), type(s.push(lambda *a: print('pushed', a)))) if False else None
    print(s.enter_context(M(1)), s.enter_context(M(2))); s.callback(print, 'called', 4, sep='-'); s.push(M(3)); s.push(lambda *a: print('pushed', a))
with ExitStack() as s:
    s.enter_context(M('outer')); s.enter_context(M('swallow', True)); s.enter_context(M('inner')); raise ValueError('v')
print('after')
def chain(e):
    out = []
    while e: out.append(repr(e)); e = e.__context__
    return out
def attempt(*ms, err=None):
    try:
        with ExitStack() as s:
            for m in ms: s.enter_context(m)
            if err: raise err
        print('fine')
    except BaseException as e: print(chain(e), e is err)
attempt(M(1), M(2, fail=KeyError('k'))); attempt(M(1), M(2, fail=KeyError('k')), err=ValueError('v')); attempt(M(1, fail=TypeError('t')), M(2, fail=KeyError('k')), M(3), err=ValueError('v')); attempt(M(1, True), M(2, fail=KeyError('k')), err=ValueError('v'))
attempt(M(1, fail=TypeError('t')), M(2, True), err=ValueError('v')); attempt(M(1), err=ValueError('v'))
try:
    try: raise OSError('outside')
    except OSError:
        with ExitStack() as s:
            s.enter_context(M(1, fail=KeyError('k'))); raise ValueError('inside')
except KeyError as e: print(chain(e))
s = ExitStack(); s.callback(print, 'a'); t = s.pop_all(); s.close(); print('closed'); t.close(); t.close()
with ExitStack() as s:
    @s.callback
    def f(): print('deco')
    s.callback(lambda: s.callback(print, 'nested'))
class E:
    def __enter__(self): pass
class X:
    def __exit__(self, *a): pass
for call in [lambda: ExitStack().enter_context(3), lambda: ExitStack().enter_context(E()), lambda: ExitStack().enter_context(X()), lambda: ExitStack().push(3), lambda: ExitStack().callback(), lambda: ExitStack().__exit__()]:
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
print(ExitStack.__mro__)
#%% exit stack traceback
from contextlib import ExitStack
def bad(): raise KeyError('bad')
def f():
    with ExitStack() as s:
        s.callback(bad)
        raise ValueError('v')
f()
#%% async managers
from contextlib import *
def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e: return e.value
@asynccontextmanager
async def cm(a):
    "doc"
    print('in', a)
    try: yield a
    except KeyError: print('caught')
    finally: print('out', a)
async def main():
    async with cm(1) as x: print(x)
    async with cm(2): raise KeyError
    try:
        async with cm(3): raise ValueError(3)
    except ValueError as e: print(e)
    @cm(4)
    async def f(x): return x * 2
    print(await f(2), await f(3), f)
    class T:
        async def aclose(self): print('aclosed')
    async with aclosing(T()) as t: print(type(t).__name__)
    async with nullcontext(7) as n: print(n)
    async def acb(*a): print('acb', a)
    class B:
        async def __aenter__(self): return 'b'
        async def __aexit__(self, *e): print('bexit', e[0]); return True
    async with AsyncExitStack() as s:
        s.push_async_callback(acb, 1); s.callback(print, 'sync'); print(await s.enter_async_context(B())); s.push_async_exit(B()); print(s.enter_context(nullcontext(3))); raise ValueError('x')
    for call in [lambda: AsyncExitStack().enter_async_context(3), lambda: AsyncExitStack().enter_async_context(nullcontext)]:
        try: print(await call())
        except Exception as e: print(type(e).__name__, e)
    @asynccontextmanager
    async def none():
        if False: yield
    @asynccontextmanager
    async def two(): yield 1; yield 2
    @asynccontextmanager
    async def again():
        try: yield
        except ValueError: yield
    for m, err in [(none, None), (two, None), (again, ValueError('v')), (two, ValueError('w')), (two, StopAsyncIteration('s')), (two, StopIteration('t')), (two, RuntimeError('r'))]:
        try:
            async with m():
                if err: raise err
        except BaseException as e: print(type(e).__name__, e, repr(e.__context__), repr(e.__cause__), e is err)
    s = AsyncExitStack(); s.push_async_callback(acb, 2); t = s.pop_all(); await s.aclose(); await t.aclose()
run(main())
print(cm, cm.__doc__, type(cm(1)).__mro__)
