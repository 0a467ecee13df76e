# ---
# id: coroutine/throw_close_and_errors
# desc: throw and close reach the innermost await; what coroutines are not.
# ref: 3.4.2
# features: [coroutine, raise, finally]
# ---
class Pause:
    def __await__(self):
        try:
            yield "paused"
        except KeyError as error:
            print("awaitable caught", error)
            return "recovered"
        finally:
            print("awaitable finally")


async def inner():
    try:
        return await Pause()
    except ValueError as error:
        print("inner caught", error)
        raise TypeError("translated") from error
    finally:
        print("inner finally")


async def outer():
    try:
        return "outer got " + await inner()
    except TypeError as error:
        return f"outer caught {error} from {error.__cause__!r}"


def result(coroutine, error):
    print(coroutine.send(None))
    try:
        coroutine.throw(error)
    except StopIteration as stop:
        return stop.value


print(result(outer(), KeyError("k")))
print(result(outer(), ValueError("v")))
c = outer()
c.send(None)
print(c.close(), c.close())
fresh = outer()
print(fresh.close())
c = outer()
try:
    c.throw(LookupError("before the start"))
except LookupError as error:
    print(repr(error))
c = outer()
try:
    c.send("value")
except TypeError as error:
    print(error)
for action in (
    lambda: iter(c),
    lambda: next(c),
    lambda: list(c),
    lambda: c(),
    lambda: c[0],
    lambda: len(c),
    lambda: c + 1,
    lambda: [x for x in c],
    lambda: c.throw(5),
):
    try:
        print(action())
    except TypeError as error:
        print(error)
c.close()


async def stop():
    raise StopIteration("leaks")


try:
    stop().send(None)
except RuntimeError as error:
    print(error, repr(error.__cause__))


async def stubborn():
    try:
        await Pause()
    except GeneratorExit:
        print("refuses to stop")
        await Pause()


s = stubborn()
s.send(None)
try:
    s.close()
except RuntimeError as error:
    print(error)
s.close()
s.send(None)
