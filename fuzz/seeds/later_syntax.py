# What the parser knows and the first version does not run.
from os import path as p, sep
import a.b as c, d
type Alias[T: int = str, *Ts, **P] = dict[T, int]
class C[T](object, metaclass=type):
    x: int = 1
    async def m(self):
        async with self as s, (yield) as t: await s
        async for i in self: pass
        return [i async for i in self]
with (open(1) as f, g): pass
match x:
    case [1, *rest] | {'k': v, **kw} if v: pass
    case C(a, b=None) as z: pass
    case -1.5 + 2j | 'a' 'b' | a.b: pass
    case _: pass
try: pass
except* (A, B) as e: pass
def gen():
    x = yield from gen(); yield; y = yield x, 1
t = t'{x!r:>{w}} {y=}'
