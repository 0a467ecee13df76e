# ---
# id: yield_from/throw_and_close
# desc: throw and close reach the innermost generator first; an iterator without them is left alone.
# ref: 6.2.9
# features: [yield_from, generator, finally]
# ---
def inner():
    while True:
        try:
            got = yield "inner"
            print("inner got", got)
        except ValueError as error:
            print("inner caught", error)
        except KeyError:
            return "inner returned"
        finally:
            print("inner finally")


def outer():
    try:
        result = yield from inner()
        print("result", result)
        yield "outer goes on"
    except TypeError as error:
        print("outer caught", error)
        yield "recovered"
    finally:
        print("outer finally")


g = outer()
print(next(g), g.throw(ValueError("v")), g.send(1))
print(g.throw(KeyError("k")))
print(next(g, "end"))
g = outer()
print(next(g), g.throw(TypeError("through")))
g.close()
g = outer()
next(g)
g.close()
print(next(g, "closed"))


def over(iterable):
    try:
        yield from iterable
    except LookupError as error:
        yield f"caught {error}"


o = over([1, 2, 3])
print(next(o), o.throw(IndexError("i")), next(o, "end"))
o = over(iter([1, 2]))
next(o)
print(o.close())


class Custom:
    def __iter__(self):
        return self

    def __next__(self):
        return "custom"

    def send(self, value):
        return "send " + str(value)

    def throw(self, *args):
        print("throw", type(args[0]).__name__, len(args))
        raise StopIteration("from throw")

    def close(self):
        print("close called")
        raise RuntimeError("close failed")


def use():
    result = yield from Custom()
    yield "got " + result


u = use()
print(next(u), u.send(5), u.throw(ValueError("x")))
u = use()
next(u)
try:
    u.close()
except RuntimeError as error:
    print(error)
g = outer()
next(g)
g.throw(ZeroDivisionError("uncaught"))
