# ---
# id: dataclasses/basic
# desc: Fields, defaults, repr, equality, __post_init__, and what @dataclass adds.
# ref: dataclasses
# features: [dataclasses, class]
# ---
from dataclasses import MISSING, asdict, astuple, dataclass, field, fields, is_dataclass, replace


@dataclass
class Item:
    name: str
    price: float = 1.0
    tags: list[str] = field(default_factory=list)
    secret: str = field(default="s", repr=False, compare=False)
    total: float = field(init=False)
    counter = 0

    def __post_init__(self):
        self.total = self.price * 2
        Item.counter += 1


a, b = Item("pen"), Item("pen", 1.0, [], "other")
print(a, a == b, a != Item("x"), a.tags is b.tags, Item.counter, a.total)
print([(f.name, f.type, f.default is MISSING, f.init, f.repr) for f in fields(Item)])
print(asdict(a), astuple(b), replace(a, name="new", price=3.0), is_dataclass(Item), is_dataclass(a), is_dataclass(5))
print(Item.__match_args__, Item.__hash__, a.__eq__(5), Item.price, hasattr(Item, "tags"), sorted(vars(a)))
match a:
    case Item(name, price, tags=[]):
        print("matched", name, price)


@dataclass
class Empty:
    pass


@dataclass
class Nested:
    items: list[Item]
    by_name: dict[str, Item]
    pair: tuple[Item, int] = (Item("p"), 2)


print(Empty(), Empty() == Empty(), fields(Empty))
n = Nested([a], {"a": a})
d = asdict(n)
print(d["items"][0]["name"], d["by_name"]["a"]["total"], d["pair"][0]["name"], d["items"][0]["tags"] is a.tags)
print(asdict(a, dict_factory=lambda pairs: [k for k, _ in pairs]), astuple(a, tuple_factory=list))
for bad in (
    lambda: Item(),
    lambda: Item("x", 1, [], "s", 5),
    lambda: Item("x", cost=1),
    lambda: replace(a, total=5),
    lambda: replace(5),
    lambda: asdict(Item),
    lambda: fields(5),
    lambda: hash(a),
    lambda: a < b,
    lambda: field(default=1, default_factory=list),
):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
Item(name="last", price="text").total + 1
