# ---
# id: super/class_cell
# desc: __class__ is a cell of the class body, filled when the class exists, shared by all methods.
# ref: 3.3.3.6
# features: [super, class, scope]
# ---
class One:
    def who(self):
        return __class__

    def name(self):
        return __class__.__name__

    made = [1, 2]


print(One().who() is One, One().name())


class Two(One):
    pass


print(Two().who() is One)


def decorator(cls):
    return type("Replaced", (cls,), {})


@decorator
class Three:
    def who(self):
        return __class__.__name__


print(Three.__name__, Three().who())


class Early:
    def get(self):
        return __class__

    try:
        get(None)
    except NameError as error:
        message = str(error)


print(Early.message, Early().get() is Early)


class Shadows:
    __class__ = property(lambda self: int)

    def inside(self):
        return __class__


print(Shadows().__class__, isinstance(Shadows(), int), Shadows().inside() is Shadows)


class Outer:
    class Inner:
        def both(self):
            return __class__.__qualname__

    def method(self):
        class Local:
            def get(self):
                return __class__.__qualname__

        return Local().get(), __class__.__qualname__


print(Outer.Inner().both(), Outer().method())


def parameter(__class__):
    return __class__


print(parameter(5))


class Meta(type):
    def __new__(meta, name, bases, namespace):
        cell = namespace.pop("__classcell__", None)
        if name == "Forgets":
            return type.__new__(meta, name, bases, namespace)
        if cell is not None:
            namespace["__classcell__"] = cell
        return type.__new__(meta, name, bases, namespace)


class Keeps(metaclass=Meta):
    def who(self):
        return __class__.__name__


print(Keeps().who())


class Forgets(metaclass=Meta):
    def who(self):
        return __class__.__name__
