# ---
# id: dataclasses/inheritance_and_special_fields
# desc: Inheritance, overriding of fields, ClassVar, InitVar, __post_init__ chains, default_factory and descriptors.
# ref: dataclasses
# features: [dataclasses, class, annotations]
# ---
from dataclasses import InitVar, dataclass, field, fields
from typing import ClassVar


@dataclass
class Base:
    x: int = 10
    y: int = 20

    def __post_init__(self):
        print("base post", end=" ")
        self.sum = self.x + self.y


@dataclass
class Child(Base):
    z: int = 30
    x: int = 15

    def __post_init__(self):
        super().__post_init__()
        print("child post", end=" ")
        self.sum += self.z


class Undecorated(Child):
    w: int = 1

    def extra(self):
        return self.x * 2


@dataclass
class Grand(Undecorated):
    v: str = "v"


print([f.name for f in fields(Child)], [f.name for f in fields(Grand)])
c = Child()
print(c, c.sum)
g = Grand(1, 2)
print(g, g.sum, g.extra(), g == Child(1, 2))


@dataclass
class Special:
    instances: ClassVar[list] = []
    count: ClassVar = 0
    scale: InitVar[int] = 2
    value: int = 5
    needed: InitVar[str] = "default"
    scaled: int = field(init=False, default=0)

    def __post_init__(self, scale, needed):
        self.scaled = self.value * scale
        self.note = needed
        Special.count += 1
        self.instances.append(self.value)


s, t = Special(3, 7), Special(value=1, needed="given")
print(s, s.note, t, t.note, Special.count, Special.instances, [f.name for f in fields(Special)], s.scale)


class Upper:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner):
        return "DEFAULT" if instance is None else getattr(instance, self.name)

    def __set__(self, instance, value):
        setattr(instance, self.name, value.upper())


@dataclass
class WithDescriptor:
    text: str = Upper()


print(WithDescriptor("abc"), WithDescriptor(), WithDescriptor("x").text)


@dataclass
class Tree:
    value: int
    children: "list[Tree]" = field(default_factory=list)

    def total(self):
        return self.value + sum(child.total() for child in self.children)


tree = Tree(1, [Tree(2), Tree(3, [Tree(4)])])
tree.children[0].children.append(tree.children[1])
print(tree.total(), tree == Tree(1, [Tree(2, [Tree(3, [Tree(4)])]), Tree(3, [Tree(4)])]))
loop = Tree(0)
loop.children.append(loop)
print(loop)
Tree(1, [5]).total()
