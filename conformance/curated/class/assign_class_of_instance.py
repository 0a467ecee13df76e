# ---
# id: class/assign_class_of_instance
# desc: __class__ of an instance may be assigned when the layouts agree.
# ref: 3.2.11
# features: [class, attributes]
# ---
class Caterpillar:
    def __init__(self, name):
        self.name = name

    def move(self):
        return self.name + " crawls"


class Butterfly:
    def move(self):
        return self.name + " flies"

    @property
    def wings(self):
        return 2


class Slim:
    __slots__ = ("a",)


class SlimToo:
    __slots__ = ("a",)


class SlimOther:
    __slots__ = ("b",)


x = Caterpillar("x")
print(x.move(), isinstance(x, Butterfly))
x.__class__ = Butterfly
print(x.move(), x.wings, isinstance(x, Butterfly), isinstance(x, Caterpillar), vars(x))
slim = Slim()
slim.a = 1
slim.__class__ = SlimToo
print(type(slim).__name__, slim.a)
for target, cls in (
    (x, Slim),
    (slim, SlimOther),
    (slim, Caterpillar),
    (x, 3),
    (x, int),
    (5, bool),
    ([], tuple),
    (Slim, type),
):
    try:
        target.__class__ = cls
        print("done")
    except TypeError as error:
        print(error)
try:
    del x.__class__
except TypeError as error:
    print(error)


class Liar:
    @property
    def __class__(self):
        return int


print(isinstance(Liar(), int), isinstance(Liar(), Liar), type(Liar()).__name__, Liar().__class__)
x.__class__ = int
