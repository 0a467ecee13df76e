#%% default filters
import warnings, sys
def f(): warnings.warn('from f'); warnings.warn('deprecated', DeprecationWarning); warnings.warn('pending', PendingDeprecationWarning)
for i in range(3): f()
warnings.warn_explicit('elsewhere', DeprecationWarning, 'lib.py', 3, module='lib')
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    for i in range(3): f()
    print(len(caught), [str(w.message) for w in caught], {w.category.__name__ for w in caught})
warnings.warn('after')
try:
    with warnings.catch_warnings():
        warnings.simplefilter('error'); f()
except UserWarning as e: print('raised', e)
with warnings.catch_warnings():
    warnings.filterwarnings('ignore', category=UserWarning); f()
#%% warnings
import warnings, sys
from warnings import *
print(warnings.__all__, len(warnings.filters))
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e, '| ctx', repr(e.__context__))
sys.stderr=sys.stdout
t(lambda:warn('x'))
t(lambda:warn('x'))
t(lambda:warn('x',3))
t(lambda:warn('x',int))
t(lambda:warn(UserWarning('u')))
t(lambda:warn(ValueError('u')))
t(lambda:warn())
t(lambda:warn('d',DeprecationWarning))
t(lambda:warn('r',ResourceWarning))
t(lambda:warn('x',stacklevel='a'))
t(lambda:warn('neg',stacklevel=-3))
t(lambda:warn('multi\nline'))
t(lambda:warn(3))
t(lambda:warn(None))
t(lambda:warn(UserWarning))
def f(): warn('lvl2',stacklevel=2)
f()
class W(UserWarning): pass
t(lambda:warn('mine',W))
t(lambda:warn(W('a',2)))
print(globals().get('__warningregistry__'))
with catch_warnings(record=True) as w:
    simplefilter('always'); warn('a'); warn('a'); warn('b',DeprecationWarning); print(len(w),w[0],w[0].message,w[0].category,w[0].filename,w[0].lineno,w[0].line,w[0].file,w[0].source, repr(w[0])); print(type(w),type(w[0]))
with catch_warnings():
    simplefilter('error'); t(lambda:warn('err')); t(lambda:warn('err',W))
with catch_warnings():
    simplefilter('ignore'); warn('ign')
with catch_warnings():
    filterwarnings('error',message='abc'); t(lambda:warn('abcdef')); t(lambda:warn('xabc')); t(lambda:warn('ABC'))
with catch_warnings():
    filterwarnings('error',message='a.*z'); t(lambda:warn('abcz')); t(lambda:warn('ABZ')); filterwarnings('ignore',module='__main__'); t(lambda:warn('modd')); filterwarnings('once',category=W); warn('o',W); warn('o',W); filterwarnings('module'); warn('m1');warn('m1'); filterwarnings('default',lineno=3); print(len(warnings.filters), warnings.filters[0])
t(lambda:filterwarnings('bad'))
t(lambda:filterwarnings('error',message=3))
t(lambda:filterwarnings('error',category=3))
t(lambda:filterwarnings('error',category=int))
t(lambda:filterwarnings('error',lineno=-1))
t(lambda:filterwarnings('error',module=3))
t(lambda:simplefilter('bad'))
t(lambda:simplefilter('error',lineno='a'))
resetwarnings()
simplefilter('default')
c=catch_warnings()
t(lambda:c)
t(lambda:c.__exit__()); 
with c: t(lambda:c.__enter__())
t(lambda:catch_warnings(record=True))
t(lambda:catch_warnings(3))
t(lambda:catch_warnings(action='ignore'))
with catch_warnings(action='ignore'): warn('x')
print(repr(formatwarning('m',UserWarning,'file.py',3)), repr(formatwarning('m',UserWarning,'file.py',3,'  line  ')), repr(formatwarning(UserWarning('z'),W,'f',0)))
showwarning('m',UserWarning,'f.py',3); showwarning('m',UserWarning,'f.py',3,file=sys.stdout,line='LL')
warn_explicit('ex',UserWarning,'ff.py',7); warn_explicit('ex',UserWarning,'ff.py',7,module='mod',registry={}); reg={}; warn_explicit('ex2',UserWarning,'ff.py',7,registry=reg); print(reg); warn_explicit('ex2',UserWarning,'ff.py',7,registry=reg)
t(lambda:warn_explicit());  t(lambda:warn_explicit('a',UserWarning,'f','x'))
@deprecated('use g')
def g(): return 1
t(lambda:g())
t(lambda:g.__deprecated__)
t(lambda:g)
t(lambda:g.__wrapped__)
@deprecated('old class')
class Old:
    def __init__(self,x=0): self.x=x
t(lambda:Old(3).x); 
class Sub(Old): pass
t(lambda:Sub(4).x)
t(lambda:Old.__deprecated__)
t(lambda:hasattr(Sub,'__deprecated__'))
@deprecated('none',category=None)
def h(): return 2
t(h)
t(lambda:deprecated(3))
t(lambda:deprecated())
t(lambda:deprecated('x')(3))
t(lambda:deprecated('x',category=3))
@deprecated('no init')
class N: pass
t(lambda:N())
t(lambda:N(1))
class Meth:
    @deprecated('meth')
    def m(self): return 'm'
    @classmethod
    @deprecated('cm')
    def c(cls): return 'c'
    @staticmethod
    @deprecated('sm')
    def s(): return 's'
t(lambda:Meth().m())
t(Meth.c)
t(Meth.s)
def my(message,category,filename,lineno,file=None,line=None): print('custom',message,category.__name__,lineno)
old=warnings.showwarning; warnings.showwarning=my; warn('to custom'); warnings.showwarning=old
oldf=warnings.formatwarning; warnings.formatwarning=lambda *a,**k:'formatted\n'; warn('to fmt'); warnings.formatwarning=oldf
resetwarnings()
print(len(warnings.filters))
t(lambda:warn('dd',DeprecationWarning))
t(lambda:warn('after reset'))
print(warnings.WarningMessage(UserWarning('x'),UserWarning,'f',3))
for i in range(3): warn('loop')
import importlib

#%% uncaught
import warnings
warnings.simplefilter('error')
def g(): warnings.warn('boom', RuntimeWarning)
g()
