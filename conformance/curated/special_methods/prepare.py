# ---
# id: special_methods/prepare
# desc: __prepare__ of the metaclass gives the namespace in which the body runs.
# ref: 3.3.3.4
# features: [special_method, metaclass]
# ---
class Recorder(dict):
    def __init__(self):
        super().__init__()
        self.order = []

    def __setitem__(self, key, value):
        if not key.startswith("__"):
            self.order.append(key)
            if key in self:
                raise NameError(f"{key} is defined twice")
        super().__setitem__(key, value)

    def __missing__(self, key):
        if key.startswith("auto_"):
            self[key] = value = len(self.order)
            return value
        raise KeyError(key)


class Meta(type):
    @classmethod
    def __prepare__(metacls, name, bases, **options):
        print("prepare", metacls.__name__, name, [b.__name__ for b in bases], options)
        return Recorder()

    def __new__(metacls, name, bases, namespace, **options):
        cls = super().__new__(metacls, name, bases, dict(namespace))
        cls.order = namespace.order
        return cls

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)


class Base(metaclass=Meta):
    x = 1
    auto_a
    y = auto_b + 10

    def method(self):
        return self.x


class Child(Base, flag=True):
    z = len("abc")


print(Base.order, Base.auto_a, Base.y, Child.order, Child().method())
try:
    class Bad(metaclass=Meta):
        a = 1
        a = 2
except NameError as error:
    print(error)


class Listed(type):
    @classmethod
    def __prepare__(metacls, name, bases):
        return []


class Plain(type):
    __prepare__ = None


for meta in (Listed, Plain, lambda *args: args[0]):
    try:
        class Made(metaclass=meta):
            pass
        print(Made)
    except TypeError as error:
        print(error)
print(type.__prepare__("X", (), a=1))


class Last(metaclass=Meta):
    value = auto_one
    other = unknown
