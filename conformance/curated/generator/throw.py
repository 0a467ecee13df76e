# ---
# id: generator/throw
# desc: throw raises at the paused yield; the generator may catch, answer, change or pass it on.
# ref: 6.2.9.1
# features: [generator, raise]
# ---
def resilient():
    count = 0
    while True:
        try:
            value = yield count
            print("value", value)
        except ValueError as error:
            print("caught", error)
            count += 10
        except KeyError:
            print("ends")
            return "returned"
        finally:
            print("finally", end=" ")
        count += 1


g = resilient()
print(next(g))
print(g.throw(ValueError("one")))
print(g.throw(ValueError), g.send("x"))
try:
    g.throw(KeyError("k"))
except StopIteration as stop:
    print(stop.value)
try:
    g.throw(ValueError("after the end"))
except ValueError as error:
    print(error)
h = resilient()
try:
    h.throw(ValueError("before the start"))
except ValueError as error:
    print(error, list(h))
k = resilient()
next(k)
try:
    k.throw(TypeError("not caught"))
except TypeError as error:
    print(error, next(k, "finished"))


def translates():
    try:
        yield 1
    except ZeroDivisionError as error:
        raise RuntimeError("translated") from error


t = translates()
next(t)
try:
    t.throw(ZeroDivisionError("zero"))
except RuntimeError as error:
    print(repr(error), repr(error.__cause__))
for bad in (5, "x", int, None):
    try:
        k = resilient()
        next(k)
        k.throw(bad)
    except TypeError as error:
        print(error)
    k.close()
t = translates()
next(t)
t.throw(ZeroDivisionError)
