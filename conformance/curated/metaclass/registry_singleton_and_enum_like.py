# ---
# id: metaclass/registry_singleton_and_enum_like
# desc: Common uses: a registry, singletons, an ordered enumeration, attribute access on classes.
# ref: 3.3.3
# features: [metaclass, class]
# ---
class Registry(type):
    known = {}

    def __new__(meta, name, bases, namespace, abstract=False):
        cls = super().__new__(meta, name, bases, namespace)
        if not abstract:
            if "kind" not in namespace:
                raise TypeError(f"{name} must define kind")
            meta.known[namespace["kind"]] = cls
        return cls

    def __getitem__(cls, kind):
        return cls.known[kind]

    def __len__(cls):
        return len(cls.known)

    def __iter__(cls):
        return iter(sorted(cls.known))

    def __contains__(cls, kind):
        return kind in cls.known


class Shape(metaclass=Registry, abstract=True):
    def __init__(self, *sizes):
        self.sizes = sizes


class Square(Shape):
    kind = "square"
    area = property(lambda self: self.sizes[0] ** 2)


class Rect(Shape):
    kind = "rect"
    area = property(lambda self: self.sizes[0] * self.sizes[1])


print(len(Shape), list(Shape), "rect" in Shape, Shape["square"](3).area, Shape["rect"](2, 5).area)


class Singleton(type):
    instances = {}

    def __call__(cls, *args):
        if cls not in Singleton.instances:
            Singleton.instances[cls] = super().__call__(*args)
        return Singleton.instances[cls]


class Config(metaclass=Singleton):
    def __init__(self, value):
        self.value = value


print(Config(1) is Config(2), Config("ignored").value)


class Enumish(type):
    def __new__(meta, name, bases, namespace):
        members = {k: v for k, v in namespace.items() if not k.startswith("_")}
        cls = super().__new__(meta, name, bases, {k: v for k, v in namespace.items() if k.startswith("_")})
        cls._members = members
        return cls

    def __getattr__(cls, name):
        try:
            return cls.__dict__["_members"][name]
        except KeyError:
            raise AttributeError(f"{cls.__name__} has no member {name}") from None

    def __setattr__(cls, name, value):
        if not name.startswith("_"):
            raise AttributeError(f"cannot change {cls.__name__}.{name}")
        super().__setattr__(name, value)

    def __repr__(cls):
        return f"<{cls.__name__}: {', '.join(cls._members)}>"


class Colour(metaclass=Enumish):
    RED = 1
    GREEN = 2


print(Colour, Colour.RED, [Colour], f"{Colour!s}", hasattr(Colour, "BLUE"))
for bad in (lambda: Colour.BLUE, lambda: setattr(Colour, "RED", 5), lambda: Colour().RED, lambda: Shape["circle"]):
    try:
        print(bad())
    except (AttributeError, KeyError) as error:
        print(type(error).__name__, error)


class Nameless(Shape):
    pass
