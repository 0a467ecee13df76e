# ---
# id: generator/coroutine_style_consumers
# desc: Generators as consumers: primed by a decorator, fed by send, closed at the end.
# ref: pep#342
# features: [generator]
# ---
def primed(function):
    def start(*args):
        gen = function(*args)
        next(gen)
        return gen

    start.__name__ = function.__name__
    return start


@primed
def printer(prefix):
    try:
        while True:
            print(prefix, (yield))
    finally:
        print(prefix, "closed")


@primed
def average(target):
    total = count = 0
    try:
        while True:
            value = yield
            try:
                total += value
            except TypeError as error:
                target.send(f"skipped: {error}")
                continue
            count += 1
            target.send(round(total / count, 2))
    finally:
        target.close()


@primed
def broadcast(*targets):
    try:
        while True:
            item = yield
            for target in targets:
                target.send(item)
    finally:
        for target in targets:
            target.close()


@primed
def router():
    counts = {}
    while True:
        match (yield counts):
            case int() | float() as n:
                counts["number"] = counts.get("number", 0) + n
            case str() as text:
                counts.setdefault("text", []).append(text)
            case None:
                return counts


out = broadcast(printer("raw"), average(printer("avg")))
for item in (10, 20, "x", 33):
    out.send(item)
out.close()
r = router()
r.send(1), r.send("a"), r.send(2.5)
print(r.send("b"))
try:
    r.send(None)
except StopIteration as stop:
    print(stop.value)
try:
    out.send(1)
except StopIteration as stop:
    print("closed", stop.value)
target = printer("last")
a = average(target)
a.send(1)
try:
    target.throw(LookupError("into the target"))
except LookupError as error:
    print(error)
a.send(2)
