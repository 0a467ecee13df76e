# ---
# id: yield_from/deep_chain
# desc: A long chain of delegation passes values through every level, and the traceback shows each.
# ref: 6.2.9
# features: [yield_from, recursion]
# ---
def level(n, log):
    log.append(("enter", n))
    try:
        if n == 0:
            got = yield "bottom"
            while got != "up":
                got = yield ("bottom", got)
            return 1
        return (yield from level(n - 1, log)) + 1
    finally:
        log.append(("leave", n))


log = []
g = level(4, log)
print(next(g), g.send("a"), g.send("b"))
try:
    g.send("up")
except StopIteration as stop:
    print(stop.value)
print(log)
log.clear()
g = level(150, log)
next(g)
print(len(log), g.send(7))
depth = 0
inner = g
while inner.gi_yieldfrom is not None:
    inner = inner.gi_yieldfrom
    depth += 1
print(depth, inner.gi_frame.f_locals["n"])
g.close()
print(len(log), log[-1], inner.gi_frame)
g = level(3, log)
next(g)
middle = g.gi_yieldfrom
print(middle.gi_yieldfrom is not None)
try:
    next(middle)
    next(g)
except (ValueError, StopIteration) as error:
    print(type(error).__name__, error)


def fails(n):
    if n:
        yield from fails(n - 1)
    yield 1 // n


f = fails(3)
list(f)
