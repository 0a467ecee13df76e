# ---
# id: with/several_items_and_order
# desc: Items are entered left to right and left right to left; parenthesised, nested and with targets of every kind.
# ref: 8.5
# features: [with, evaluation_order]
# ---
class Item:
    def __init__(self, name):
        print("make", name, end="; ")
        self.name = name

    def __enter__(self):
        print("enter", self.name, end="; ")
        return self.name, len(self.name)

    def __exit__(self, *args):
        print("exit", self.name, args[0] and args[0].__name__, end="; ")


class Box:
    pass


box, items = Box(), {}
with Item("a") as a, Item("bb") as (name, length), Item("c"):
    print(a, name, length)
print()
with (
    Item("p") as box.attr,
    Item("q") as items["key"],
    Item("r") as [first, *rest],
):
    print(box.attr, items, first, rest)
print()
with (Item("x"), Item("y")):
    print("no names")
print()
with (Item("single")) as pair:
    print(pair)
print()
with (yes := Item("walrus")):
    print(yes.name)
print()
with Item("outer") as o:
    with Item("inner") as i:
        print(o, i)
print()
try:
    with Item("one") as (a, b, c):
        print("never")
except ValueError as error:
    print(error)


def fails():
    raise KeyError("while making")


try:
    with Item("first"), fails(), Item("never made"):
        print("never")
except KeyError as error:
    print(error)
for n in range(3):
    with Item(f"loop{n}"):
        if n == 1:
            break
        continue
print(n)
with Item("last"), Item("lost") as (only, two), 5:
    print("never")
