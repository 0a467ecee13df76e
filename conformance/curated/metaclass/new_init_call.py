# ---
# id: metaclass/new_init_call
# desc: The order of a metaclass's methods while a class is made and called.
# ref: 3.3.3
# features: [metaclass, class]
# ---
class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases, **kw):
        print("prepare", name, kw)
        return {"injected": 1}

    def __new__(meta, name, bases, namespace, **kw):
        print("new", name, [k for k in namespace if not k.startswith("__")], kw)
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kw):
        print("init", name, kw)
        super().__init__(name, bases, namespace)
        cls.ready = True

    def __call__(cls, *args, **kw):
        print("call", cls.__name__, args, kw)
        instance = super().__call__(*args, **kw)
        instance.called = True
        return instance


class Base(metaclass=Meta, flag=1):
    print("body")
    x = 2

    def __init__(self, value=0):
        print("instance init", value)
        self.value = value


class Child(Base):
    y = 3


c = Child(value=5)
print(c.value, c.called, Child.injected, Child.ready, type(Child) is Meta, isinstance(Child, Meta), Meta.__class__)
Dynamic = Meta("Dynamic", (Base,), {"z": 1}, option=True)
print(Dynamic.z, Dynamic.__mro__[1].__name__)


class Plain:
    pass


class Mixed(Plain, Base):
    pass


print(type(Mixed).__name__)


class NoKeywords(type):
    pass


try:
    class Fails(metaclass=NoKeywords, extra=1):
        pass
except TypeError as error:
    print(error)


class OnlyNew(type):
    def __new__(meta, name, bases, namespace, **kw):
        return super().__new__(meta, name, bases, namespace)


class Accepts(metaclass=OnlyNew, extra=1):
    pass


print(Accepts.__name__)
Base(1, 2)
