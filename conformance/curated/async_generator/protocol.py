# ---
# id: async_generator/protocol
# desc: asend, athrow, aclose and __anext__ of asynchronous generators, driven by hand.
# ref: 6.2.9.3
# features: [async_generator]
# ---
async def gen():
    received = []
    try:
        while True:
            try:
                received.append((yield len(received)))
            except ValueError as error:
                received.append(f"caught {error}")
    except KeyError:
        yield "from the handler"
    finally:
        print("finally", received)


def run(awaitable):
    try:
        awaitable.send(None)
        return "suspended"
    except StopIteration as stop:
        return stop.value
    except StopAsyncIteration:
        return "stop"


g = gen()
print(type(g).__name__, g.__name__, g.ag_running, g.ag_suspended, g.ag_await, aiter(g) is g)
print(run(anext(g)), run(g.asend("a")), run(g.__anext__()), run(g.athrow(ValueError("v"))))
print(run(g.athrow(KeyError())), run(anext(g)), run(anext(g)), run(g.aclose()))
g = gen()
print(run(g.asend(None)), run(g.aclose()), run(g.aclose()), run(anext(g)))
g = gen()
print(run(g.aclose()), run(anext(g)))
g = gen()
try:
    run(g.asend("too early"))
except TypeError as error:
    print(error)
print(run(anext(g)))
try:
    run(g.athrow(LookupError("out")))
except LookupError as error:
    print(repr(error))
print(run(anext(g, "default")))
g = gen()
step = g.asend(None)
print(run(step))
try:
    step.send(None)
except RuntimeError as error:
    print(error)


async def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


s = stubborn()
print(run(anext(s)))
try:
    run(s.aclose())
except RuntimeError as error:
    print(error)
for action in (lambda: iter(s), lambda: next(s), lambda: len(s), lambda: s.send(1), lambda: s()):
    try:
        print(action())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
print(run(g.aclose()))


async def stops():
    yield 1
    raise StopAsyncIteration("leak")


s = stops()
print(run(anext(s)))
run(anext(s))
