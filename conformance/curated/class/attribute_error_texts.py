# ---
# id: class/attribute_error_texts
# desc: The texts, name and obj of AttributeErrors on instances, classes and builtin values.
# ref: exceptions#AttributeError
# features: [class, attributes, suggestion]
# ---
class Point:
    __slots__ = ("x", "y")
    origin = (0, 0)

    def __init__(self, x, y):
        self.x, self.y = x, y

    @property
    def length(self):
        return self.x

    def move(self):
        pass


class Open:
    pass


p = Point(1, 2)
o = Open()
o.value = 1


def change(target, name):
    setattr(target, name, 1)


for action in (
    lambda: p.z,
    lambda: Point.z,
    lambda: o.valu,
    lambda: Open.valu,
    lambda: change(p, "z"),
    lambda: change(p, "length"),
    lambda: delattr(p, "length"),
    lambda: delattr(p, "z"),
    lambda: change(p, "origin"),
    lambda: change(p, "move"),
    lambda: change(5, "x"),
    lambda: change(int, "x"),
    lambda: change(None, "x"),
    lambda: change([], "append"),
    lambda: delattr(o, "nothing"),
    lambda: delattr(Open, "nothing"),
    lambda: p.__dict__,
    lambda: len.x,
):
    try:
        print(action())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, "|", error, "|", getattr(error, "name", None))
del p.x
try:
    p.x
except AttributeError as error:
    print(error, error.obj is p, error.name)
print(p.y)
p.origim
