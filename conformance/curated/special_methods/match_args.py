# ---
# id: special_methods/match_args
# desc: __match_args__ names the attributes of positional patterns; what it may be.
# ref: 3.3.10
# features: [special_method, match]
# ---
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Point3(Point):
    __match_args__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


class Bare:
    x = 5


class Wrong:
    __match_args__ = ["x"]
    x = 1


class Items:
    __match_args__ = ("x", 5)
    x = 1


class Lazy:
    __match_args__ = ("a", "b")

    def __getattr__(self, name):
        print("look up", name, end=" ")
        if name == "b":
            raise AttributeError(name)
        return name


def where(value):
    match value:
        case Point3(0, 0, 0):
            return "origin 3"
        case Point3(x, y, z):
            return f"3d {x} {y} {z}"
        case Point(0, 0):
            return "origin"
        case Point(x, y=0):
            return f"on x at {x}"
        case Point(y=y):
            return f"y is {y}"
        case Bare(x=x):
            return f"bare {x}"
        case Lazy(a, b):
            return "lazy both"
        case Lazy(a):
            return f"lazy {a}"


for value in (Point(0, 0), Point(3, 0), Point(3, 4), Point3(0, 0, 0), Point3(1, 2, 3), Bare(), Lazy(), 5):
    print(where(value))


def bare(value):
    match value:
        case Bare(x):
            return x


def wrong(value):
    match value:
        case Wrong(x):
            return x


def items(value):
    match value:
        case Items(x, y):
            return x


def twice(value):
    match value:
        case Point(1, x=1):
            return "twice"


def many(value):
    match value:
        case Point(a, b, c):
            return a


for function, value in ((bare, Bare()), (wrong, Wrong()), (items, Items()), (twice, Point(1, 2)), (many, Point(1, 2))):
    print(function(None))
    try:
        print(function(value))
    except TypeError as error:
        print(error)
many(Point3(1, 2, 3))
many(Point(1, 2))
