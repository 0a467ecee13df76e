# ---
# id: class/set_name
# desc: __set_name__ is called for every attribute at the end of the body, in order, before __init_subclass__.
# ref: 3.3.3.6
# features: [class, descriptor, special_method]
# ---
class Field:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name, self.kind)
        self.name = name

    def __get__(self, instance, owner):
        return self if instance is None else f"{owner.__name__}.{self.name}"


class Base:
    def __init_subclass__(cls):
        print("init_subclass", cls.__name__, [n for n, v in vars(cls).items() if isinstance(v, Field)])


shared = Field("shared")


class Model(Base):
    print("body starts")
    a = Field("int")
    b = Field("str")
    c = shared
    d = shared
    print("body ends", hasattr(a, "name"))


print(Model().a, Model().b, Model().c, shared.name, Model.a.kind)
Model.late = Field("late")
print(hasattr(vars(Model)["late"], "name"))
vars(Model)["late"].__set_name__(Model, "late")
print(Model().late)
Dynamic = type("Dynamic", (Base,), {"x": Field("x")})


class Refuses:
    def __set_name__(self, owner, name):
        raise ValueError(f"no {name!r} here")


class Quiet:
    __set_name__ = None


try:
    class Bad:
        field = Refuses()
except ValueError as error:
    print(type(error).__name__, error, error.__notes__)
try:
    class Worse:
        field = Quiet()
except TypeError as error:
    print(error, error.__notes__)


class Uncaught:
    other = 1
    field = Refuses()
