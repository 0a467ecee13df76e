# ---
# id: class/dir_and_vars
# desc: dir merges instance, class and bases; __dir__ replaces it; vars shows the namespace itself.
# ref: functions#dir
# features: [class, attributes]
# ---
class Base:
    base_attr = 1

    def base_method(self):
        pass


class Child(Base):
    child_attr = 2

    def __init__(self):
        self.own = 3


def short(names):
    return [n for n in names if not n.startswith("__")]


child = Child()
print(short(dir(child)), short(dir(Child)), short(dir(Base)))
child.zeta, child.alpha = 1, 2
print(short(dir(child)), vars(child), vars(child) is child.__dict__)
print(type(vars(Child)).__name__, "child_attr" in vars(Child), "base_attr" in vars(Child))
vars(child)["through"] = "dict"
print(child.through)


class Custom:
    def __dir__(self):
        return ("b", "a", "c")


print(dir(Custom()), "__dir__" in dir(Custom))


class Meta(type):
    def __dir__(cls):
        return [cls.__name__, "z"]


class WithMeta(metaclass=Meta):
    pass


print(dir(WithMeta), "z" in dir(WithMeta()))
child.__dict__ = {"fresh": 1}
print(child.fresh, hasattr(child, "own"))


class BadDir:
    def __dir__(self):
        return 5


class Mixed:
    def __dir__(self):
        return ["a", 1]


for action in (
    lambda: dir(BadDir()),
    lambda: dir(Mixed()),
    lambda: vars(5),
    lambda: vars(1, 2),
    lambda: setattr(child, "__dict__", 5),
    lambda: vars(Child).update(x=1),
    lambda: vars(Child).__setitem__("x", 1),
):
    try:
        print(action())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
vars(Child)["x"] = 1
