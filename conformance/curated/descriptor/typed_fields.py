# ---
# id: descriptor/typed_fields
# desc: Validating fields that learn their names and store values by them.
# ref: howto/descriptor
# features: [descriptor, class]
# ---
class Field:
    def __init__(self, kind, *checks, default=None):
        self.kind, self.checks, self.default = kind, checks, default

    def __set_name__(self, owner, name):
        self.name, self.slot = name, f"_{owner.__name__.lower()}_{name}"

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return vars(instance).get(self.slot, self.default)

    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name}: expected {self.kind.__name__}, got {type(value).__name__}")
        for check in self.checks:
            if not check(value):
                raise ValueError(f"{self.name}: {value!r} fails {check.__name__}")
        vars(instance)[self.slot] = value

    def __delete__(self, instance):
        if self.slot not in vars(instance):
            raise AttributeError(self.name)
        del vars(instance)[self.slot]


def positive(value):
    return value > 0


def short(value):
    return len(value) <= 5


class Item:
    name = Field(str, short)
    price = Field((int), positive)
    count = Field(int, default=0)

    def __init__(self, name, price):
        self.name, self.price = name, price

    @property
    def total(self):
        return self.price * self.count


class Special(Item):
    price = Field(int)


i = Item("pen", 3)
i.count += 4
print(i.name, i.price, i.count, i.total, vars(i))
del i.count
print(i.count, vars(Special("x", -5)), Item.price.name, Item.price.kind)
for name, value in (("name", 5), ("name", "too long"), ("price", 0), ("price", "3"), ("count", None)):
    try:
        setattr(i, name, value)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    del i.count
except AttributeError as error:
    print("AttributeError", error)
print(vars(i), [n for n, v in vars(Item).items() if isinstance(v, Field)])
Item("book", -1)
