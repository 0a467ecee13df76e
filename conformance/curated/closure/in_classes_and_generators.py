# ---
# id: closure/in_classes_and_generators
# desc: Closures over loop variables, class factories, counters in methods, generators and callbacks that share cells.
# ref: 4.2.2
# features: [closure, class, generator, nonlocal]
# ---
def make_class(multiplier):
    class Scaled:
        factor = multiplier

        def scale(self, value):
            return value * multiplier

        @classmethod
        def change(cls, new):
            nonlocal multiplier
            multiplier = new
            return cls.factor, multiplier

        @property
        def current(self):
            return multiplier

    return Scaled


Double, Triple = make_class(2), make_class(3)
print(Double().scale(5), Triple().scale(5), Double.change(20), Double().scale(5), Double.factor, Triple().current)


def counter():
    count = 0

    def bump(by=1):
        nonlocal count
        count += by
        return count

    def reset():
        nonlocal count
        count, old = 0, count
        return old

    def history():
        yield count
        yield bump(10)
        yield count

    return bump, reset, history


bump, reset, history = counter()
print(bump(), bump(5), list(history()), reset(), bump(), bump.__closure__[0] is reset.__closure__[0])


class Button:
    def __init__(self, *labels):
        self.handlers = {}
        for index, label in enumerate(labels):
            self.handlers[label] = lambda: (self.prefix, index, label)
        self.bound = {label: (lambda i: lambda: (self.prefix, i))(index) for index, label in enumerate(labels)}
        self.prefix = "set later"


button = Button("a", "b")
print(button.handlers["a"](), button.bound["a"](), button.bound["b"]())


def accumulate():
    total = 0

    class Adder:
        def __add__(self, other):
            nonlocal total
            total += other
            return self

        def __int__(self):
            return total

    return Adder()


x, y = accumulate(), accumulate()
x + 1 + 2 + 3
y + 100
print(int(x), int(y))


def deep(a):
    def one(b):
        class Inner:
            def method(self, c):
                return lambda d: (a, b, c, d, self.__class__.__name__)

        return Inner().method

    return one


print(deep(1)(2)(3)(4))


def rebinding():
    values = []
    for n in range(3):

        def show(n=n):
            return n

        values.append((show, lambda: n, n))
    n = "last"
    return [(f(), g(), h) for f, g, h in values]


print(rebinding())


def late():
    def use():
        return defined_later

    try:
        use()
    except NameError as error:
        print(type(error).__name__, error)
    defined_later = "now"
    return use()


print(late())


def exceptions():
    try:
        raise ValueError("kept by the closure")
    except ValueError as error:
        saved = error
        function = lambda: error
    return function, saved


function, saved = exceptions()
print(repr(saved))
function()
