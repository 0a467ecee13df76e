# ---
# id: decorators/methods_and_properties_mixed
# desc: Decorating methods: with classmethod, staticmethod, property and own descriptors, stacked in both orders.
# ref: 8.7
# features: [decorator, class, descriptor]
# ---
import functools


def loud(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print(f"<{function.__name__}>", end=" ")
        return function(*args, **kwargs)

    return wrapper


class bound_log:
    def __init__(self, function):
        self.function = function
        functools.update_wrapper(self, function)

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return functools.partial(self, instance)

    def __call__(self, *args):
        print(f"[{self.__name__}{args[1:]}]", end=" ")
        return self.function(*args)


class Service:
    name = "service"

    @loud
    def plain(self):
        return self.name

    @classmethod
    @loud
    def make(cls):
        return cls.name

    @staticmethod
    @loud
    def helper(x):
        return x * 2

    @property
    @loud
    def size(self):
        return len(self.name)

    @bound_log
    def logged(self, a, b):
        return a + b

    @loud
    @bound_log
    def both(self):
        return "both"

    @functools.cached_property
    def cached(self):
        print("computed", end=" ")
        return self.name * 2

    @functools.lru_cache
    def remembered(self, n):
        print("remembering", end=" ")
        return n


class Child(Service):
    name = "child"

    @loud
    def plain(self):
        return "child of " + super().plain()

    @Service.size.getter
    def size(self):
        return -super().size


s, c = Service(), Child()
print(
    s.plain(), s.make(), s.helper(2), s.size, s.logged(1, 2), s.both(), s.cached, s.cached, s.remembered(1),
    s.remembered(1),
)
print(c.plain(), Child.make(), c.size, c.cached, c.__dict__)
print(Service.plain.__name__, Service.plain.__qualname__, Service.logged.__name__, type(vars(Service)["make"]).__name__)


def class_decorator(cls):
    for name, value in list(vars(cls).items()):
        if callable(value) and not name.startswith("_"):
            setattr(cls, name, loud(value))
    return cls


@class_decorator
class Every:
    def one(self):
        return self.two()

    def two(self):
        return 2

    three = 3


print(Every().one(), Every.three)


class Wrong:
    @loud
    @staticmethod
    def callable_anyway(x):
        return x

    @loud
    @property
    def not_callable(self):
        return 1


print(Wrong.callable_anyway(5))
Wrong().not_callable()
