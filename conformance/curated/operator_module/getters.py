# ---
# id: operator_module/getters
# desc: attrgetter, itemgetter and methodcaller: single, several, dotted, in sorting and grouping, and errors.
# ref: operator#operator.attrgetter
# features: [operator_module, attributes]
# ---
from operator import attrgetter, itemgetter, methodcaller


class Person:
    def __init__(self, name, age, boss=None):
        self.name, self.age, self.boss = name, age, boss

    def greet(self, greeting, *, loud=False):
        text = f"{greeting} {self.name}"
        return text.upper() if loud else text

    def __repr__(self):
        return self.name


ann = Person("ann", 40)
bob = Person("bob", 30, ann)
cy = Person("cy", 30, bob)
people = [ann, bob, cy]
print(
    attrgetter("name")(ann), attrgetter("name", "age")(bob), attrgetter("boss.boss.name")(cy),
    attrgetter("boss.name", "age")(cy),
)
print(
    sorted(people, key=attrgetter("age", "name")), max(people, key=attrgetter("age")),
    list(map(attrgetter("name"), people)),
)
rows = [("b", 2, {"k": 1}), ("a", 2, {"k": 3}), ("c", 1, {"k": 2})]
print(
    sorted(rows, key=itemgetter(1, 0)), itemgetter(2)(rows[0]), itemgetter(0, -1, 0)("xyz"),
    itemgetter(slice(1, None))([1, 2, 3]), itemgetter("k")({"k": 5}),
)
print(
    [r[0] for r in sorted(rows, key=lambda row: itemgetter("k")(itemgetter(2)(row)))],
    dict(map(itemgetter(0, 1), rows)),
)
print(
    methodcaller("greet", "hi")(ann), methodcaller("greet", "hi", loud=True)(bob), methodcaller("split", ",")("a,b"),
    list(map(methodcaller("upper"), "ab")),
)
print(repr(attrgetter("a", "b.c")), repr(itemgetter(1, "x")), repr(methodcaller("f", 1, k=2)))


class Keyed:
    def __getitem__(self, key):
        return ("asked for", key)

    def __getattr__(self, name):
        return f"made {name}"


print(itemgetter(1, 2)(Keyed()), attrgetter("x", "y")(Keyed()))
for bad in (
    lambda: attrgetter(),
    lambda: attrgetter(5),
    lambda: itemgetter(),
    lambda: methodcaller(),
    lambda: methodcaller(5),
    lambda: attrgetter("nope")(ann),
    lambda: attrgetter("boss.name")(ann),
    lambda: itemgetter(9)([1]),
    lambda: itemgetter("x")({}),
    lambda: methodcaller("greet")(ann),
    lambda: methodcaller("missing")(ann),
    lambda: attrgetter("name")(),
    lambda: itemgetter(0)(5),
    lambda: attrgetter("name", x=1),
):
    try:
        print(bad())
    except (TypeError, AttributeError, LookupError) as error:
        print(type(error).__name__, error)
attrgetter("boss.boss.boss.name")(cy)
