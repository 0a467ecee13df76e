# ---
# id: class/class_getitem
# desc: A class is subscripted through its metaclass's __getitem__, else through __class_getitem__.
# ref: 3.3.5
# features: [class, subscript, special_method]
# ---
class Box:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item!r}]"


class Small(Box):
    pass


class Meta(type):
    def __getitem__(cls, item):
        return ("meta", cls.__name__, item)


class Both(Box, metaclass=Meta):
    pass


print(Box[int], Box["x"], Box[1, 2], Box[1:2], Small[()], Both[3])
print(isinstance(vars(Box)["__class_getitem__"], classmethod), Box.__class_getitem__("direct"))
try:
    Box()[1]
except TypeError as error:
    print(error)


class Plain:
    pass


for action in (
    lambda: Plain[int],
    lambda: Plain()[0],
    lambda: int[0],
    lambda: Box.__getitem__,
    lambda: Meta[1],
):
    try:
        print(action())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Late:
    pass


Late.__class_getitem__ = classmethod(lambda cls, item: [cls.__name__, item])
print(Late["k"])


class Assigned:
    def __class_getitem__(cls, item):
        return item


try:
    Assigned["a"] = 1
except TypeError as error:
    print(error)
try:
    del Assigned["a"]
except TypeError as error:
    print(error)
print(Assigned[Assigned[1]])
Plain["uncaught"]
