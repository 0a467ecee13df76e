# ---
# id: recursion/through_decorators_and_metaclass
# desc: Runaway recursion through decorated functions, metaclass calls, class creation, descriptors and instance checks.
# ref: exceptions#RecursionError
# features: [recursion, decorator, metaclass, descriptor]
# ---
import functools


def wrapped(function):
    @functools.wraps(function)
    def wrapper(*args):
        return function(*args)

    return wrapper


@wrapped
def decorated():
    return decorated()


@functools.lru_cache
def cached(n):
    return cached(n + 1)


class Meta(type):
    def __call__(cls, *args):
        return cls(*args)

    def __instancecheck__(cls, instance):
        return isinstance(instance, cls)

    def __getattr__(cls, name):
        return getattr(cls, name + "x")


class Made(metaclass=Meta):
    pass


class New:
    def __new__(cls):
        return New()


class Init:
    def __init__(self):
        self.child = Init()


class Descriptor:
    def __get__(self, instance, owner):
        return owner.field

    def __set__(self, instance, value):
        instance.field = value


class Owner:
    field = Descriptor()


class Sub:
    def __init_subclass__(cls):
        class Next(Sub):
            pass


def store():
    Owner().field = 1


def subclass():
    class Start(Sub):
        pass


def partial_loop():
    return functools.partial(partial_loop)()


def reduce_loop():
    return functools.reduce(lambda a, b: reduce_loop(), [1, 2])


actions = {
    "decorated": decorated,
    "meta call": Made,
    "instance check": lambda: isinstance(1, Made),
    "meta getattr": lambda: Made.y,
    "new": New,
    "init": Init,
    "get": lambda: Owner.field,
    "set": store,
    "subclass": subclass,
    "partial": partial_loop,
    "reduce": reduce_loop,
    "match": lambda: matches(1),
}


def matches(value):
    match value:
        case Made():
            return True


for name, action in actions.items():
    try:
        action()
        print(name, "ended")
    except RecursionError:
        print(name, "RecursionError")
print(functools.reduce(lambda a, b: a + b, range(5)))
functools.reduce(lambda a, b: a // b, [1, 0])
