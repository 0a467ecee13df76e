# ---
# id: generator/try_finally_and_with_inside
# desc: try, finally and with inside a generator run across yields, in the order the consumer drives them.
# ref: 6.2.9
# features: [generator, finally, with]
# ---
class Resource:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("open", self.name)
        return self

    def __exit__(self, kind, value, trace):
        print("close", self.name, kind and kind.__name__)
        return kind is LookupError


def lines():
    with Resource("file") as resource:
        for n in range(3):
            yield f"{resource.name} {n}"
    print("after with")


def nested():
    try:
        try:
            yield "inner"
        finally:
            print("inner finally")
            yield "from finally"
            print("inner finally ends")
    finally:
        print("outer finally")


print(list(lines()))
g = lines()
print(next(g))
g.close()
g = lines()
print(next(g))
print(next(g))
try:
    g.throw(LookupError)
except StopIteration:
    print("suppressed and ended")
print(list(nested()))
n = nested()
print(next(n), n.throw(ValueError("pending")))
try:
    next(n)
except ValueError as error:
    print("pending came back", error)


def reopening():
    for name in "ab":
        with Resource(name):
            try:
                yield name
            except KeyError:
                print("recovered in", name)
                continue
            print("normal", name)


r = reopening()
print(next(r))
print(r.throw(KeyError("x")))
print(next(r, "done"))


def returns_in_finally():
    for n in range(3):
        try:
            yield n
        finally:
            if n == 1:
                break
    yield "after break"


print(list(returns_in_finally()))
g = lines()
next(g)
g.throw(ZeroDivisionError("uncaught"))
