# ---
# id: class/monkey_patching
# desc: Methods and special methods added, replaced and removed at run time, on classes and single instances.
# ref: 3.2.11
# features: [class, method]
# ---
import types


class Robot:
    def __init__(self, name):
        self.name = name

    def speak(self):
        return f"I am {self.name}"


def shout(self, *, times=1):
    return self.speak().upper() + "!" * times


a, b = Robot("a"), Robot("b")
Robot.shout = shout
print(a.shout(), b.shout(times=3))
original = Robot.speak
Robot.speak = lambda self: "patched " + original(self)
print(a.speak(), a.shout())
b.speak = types.MethodType(lambda self: f"only {self.name}", b)
print(b.speak(), b.shout(), a.speak())
del b.speak
Robot.speak = original
print(b.speak())
Robot.__len__ = lambda self: 42
Robot.__getitem__ = lambda self, key: (self.name, key)
Robot.__call__ = lambda self, *args: args
Robot.__eq__ = lambda self, other: self.name == other
print(len(a), a[1:2], a(1, 2), a == "a", b == "a", bool(a))
del Robot.__len__, Robot.__eq__
print(bool(a), a == "a", a == a)
try:
    len(a)
except TypeError as error:
    print(error)
Robot.version = property(lambda self: f"{self.name} v{self._v}", lambda self, v: setattr(self, "_v", v))
a.version = 2
print(a.version)


class Child(Robot):
    def speak(self):
        return "child: " + super().speak()


c = Child("c")
Robot.speak = lambda self: "new base"
print(c.speak())
Child.speak = shout
try:
    c.speak()
except RecursionError as error:
    print(type(error).__name__)
del Child.speak
print(c.speak(), Child.__dict__.get("speak"))


def patched(cls, **methods):
    saved = {name: getattr(cls, name, None) for name in methods}
    for name, function in methods.items():
        setattr(cls, name, function)
    return saved


saved = patched(Robot, speak=lambda self: "temporarily", extra=lambda self: "extra")
print(a.speak(), a.extra())
Robot.speak = saved["speak"]
for bad in (
    lambda: setattr(int, "double", lambda self: self * 2),
    lambda: setattr(str, "upper", None),
    lambda: setattr([], "append", None),
    lambda: delattr(Robot, "missing"),
    lambda: setattr(object, "x", 1),
    lambda: setattr(type, "x", 1),
    lambda: setattr(len, "x", 1),
):
    try:
        print(bad())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
del Robot.extra
a.extra()
