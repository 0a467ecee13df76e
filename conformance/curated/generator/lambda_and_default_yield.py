# ---
# id: generator/lambda_and_default_yield
# desc: Lambdas may yield; a yield in a class body's method, default or nested function belongs to its own scope.
# ref: 6.2.9
# features: [generator, lambda]
# ---
pairs = lambda n: (yield n) or (yield n + 1)
print(list(pairs(1)), type(pairs(0)).__name__, pairs.__name__)
g = pairs(5)
print(next(g), g.send(None), next(g, "end"))
g = pairs(5)
next(g)
try:
    g.send("truthy")
except StopIteration as stop:
    print(stop.value)


def outer():
    inner = lambda: (yield "inner")
    yield inner
    yield list(inner())
    values = [n for n in [(yield "in the first iterable")]]
    yield values

    def default(x=(yield "in a default")):
        return x

    yield default()

    @(yield "as a decorator")
    def decorated():
        pass

    yield decorated

    class Local((yield "as a base")):
        pass

    yield Local.__mro__[1].__name__


g = outer()
answers = iter([None, None, None, "V", None, "D", None, lambda f: f.__name__ + "!", None, list])
for answer in answers:
    item = g.send(answer)
    print(item if isinstance(item, (str, list)) else type(item).__name__)
print(list(map(lambda x: (yield x), [1])) != [], [*(lambda: (yield from "ab"))()])


class Tree:
    def __init__(self, value, *children):
        self.value, self.children = value, children

    def __iter__(self):
        yield self.value
        for child in self.children:
            yield from child

    @property
    def pairs(self):
        yield from zip(self, self)


t = Tree(1, Tree(2, Tree(3)), Tree(4))
print(list(t), list(t.pairs), sum(t), 3 in t)
k = pairs("text")
print(next(k))
next(k)
