# ---
# id: special_methods/call
# desc: __call__ makes instances callable with any signature, found on the type; a chain of callables ends somewhere.
# ref: 3.3.6
# features: [special_method, arguments]
# ---
class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, /, *more, scale=1, **rest):
        return (self.n + x + sum(more)) * scale, rest


add = Adder(10)
print(add(1), add(1, 2, 3, scale=2), add(1, extra="e", **{"other": 1}), callable(add), callable(Adder))
print(list(map(add, [1, 2])), sorted([3, 1, 2], key=Adder(0)), Adder.__call__(add, 5))


class Static:
    __call__ = staticmethod(lambda *args: args)


class ByClass:
    @classmethod
    def __call__(cls, *args):
        return cls.__name__, args


class Delegates:
    __call__ = Adder(100)


class Kind:
    class __call__:
        def __init__(self, *args):
            self.args = args


print(Static()(1, 2), ByClass()(3), Delegates()(1), Kind()(4).args)
add.__call__ = lambda *args: "not asked"
print(add(0))


class Plain:
    pass


class Off:
    __call__ = None


class Number:
    __call__ = 5


for action in (
    lambda: add(),
    lambda: add("x"),
    lambda: add(x=1),
    lambda: Plain()(),
    lambda: Off()(1),
    lambda: Number()(),
    lambda: (callable(Off()), callable(Plain())),
):
    try:
        print(action())
    except TypeError as error:
        print(error)


@Adder(1)
def decorated():
    pass
