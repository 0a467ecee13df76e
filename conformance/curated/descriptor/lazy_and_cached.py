# ---
# id: descriptor/lazy_and_cached
# desc: A non-data descriptor that replaces itself in the instance, and a caching data descriptor.
# ref: howto/descriptor
# features: [descriptor]
# ---
class lazy:
    def __init__(self, function):
        self.function = function

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        print(f"compute {self.name}", end=" ")
        value = instance.__dict__[self.name] = self.function(instance)
        return value


class Circle:
    def __init__(self, radius):
        self.radius = radius

    @lazy
    def area(self):
        return 3 * self.radius**2

    @lazy
    def report(self):
        return f"area {self.area}"

    @lazy
    def failing(self):
        raise AttributeError("inside the computation")


c = Circle(2)
print(c.report, c.report, c.area, sorted(vars(c)))
c.radius = 10
print(c.area)
del c.area
print(c.area)
c.area = "assigned"
print(c.area, Circle.area.name)


class Memo:
    def __init__(self, function):
        self.function, self.cache = function, {}

    def __get__(self, instance, owner=None):
        def call(*args):
            key = (instance.name, *args)
            if key not in self.cache:
                self.cache[key] = self.function(instance, *args)
            return self.cache[key]

        return call


class Worker:
    calls = 0

    def __init__(self, name):
        self.name = name

    @Memo
    def square(self, n):
        Worker.calls += 1
        return self.name, n * n


w, v = Worker("w"), Worker("v")
print(w.square(3), w.square(3), v.square(3), Worker.calls)
try:
    w.square([])
except TypeError as error:
    print(error)
try:
    c.failing
except AttributeError as error:
    print(error)
Circle("x").report
