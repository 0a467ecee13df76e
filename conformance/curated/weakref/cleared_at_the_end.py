# ---
# id: weakref/cleared_at_the_end
# desc: A finalizer called by hand runs once; dead references are made without waiting for a collection.
# ref: weakref#weakref.finalize
# features: [weakref]
# ---
import weakref


class Thing:
    def __init__(self, name):
        self.name = name


log = []
a = Thing("a")
f = weakref.finalize(a, log.append, "finalized")
print(f.alive, f.peek()[1:] == (log.append, ("finalized",), {}), f.atexit, type(f).__name__)
print(f(), f.alive, f(), log, f.peek(), f.detach())
g = weakref.finalize(a, lambda *args, **kw: (args, kw), 1, k=2)
print(g.detach()[2:], g.alive, g())
h = weakref.finalize(a, print, "called with", 5)
h.atexit = False
print(h.atexit, h.alive)
h()


def order(n):
    log.append(n)
    return n * 10


finalizers = [weakref.finalize(a, order, n) for n in range(3)]
print([finalizer() for finalizer in finalizers], [finalizer.alive for finalizer in finalizers], log)


class Resource:
    def __init__(self, name):
        self.name = name
        self._finalizer = weakref.finalize(self, log.append, f"closed {name}")

    def close(self):
        self._finalizer()

    @property
    def closed(self):
        return not self._finalizer.alive

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()


with Resource("r") as r:
    print(r.closed)
print(r.closed, log[-1])
r.close()
print(log.count("closed r"))
for bad in (
    lambda: weakref.finalize(), lambda: weakref.finalize(a), lambda: weakref.finalize(5, print), lambda: f.missing,
):
    try:
        print(bad())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


def fails():
    return 1 // 0


bad = weakref.finalize(a, fails)
try:
    bad()
except ZeroDivisionError as error:
    print(error, bad.alive)
print(a.name, bad())
a.missing
