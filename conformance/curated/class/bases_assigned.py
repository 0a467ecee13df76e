# ---
# id: class/bases_assigned
# desc: Assigning __bases__ changes what all instances inherit.
# ref: 3.2.10.2
# features: [class, mro]
# ---
class Walks:
    def move(self):
        return "walks"


class Swims:
    def move(self):
        return "swims"

    def dive(self):
        return "dives"


class Animal(Walks):
    pass


class Duck(Animal):
    def move(self):
        return "duck " + super().move()


duck = Duck()
print(duck.move(), hasattr(duck, "dive"), [c.__name__ for c in Walks.__subclasses__()])
Animal.__bases__ = (Swims,)
print(duck.move(), duck.dive(), [c.__name__ for c in Duck.__mro__])
print([c.__name__ for c in Walks.__subclasses__()], [c.__name__ for c in Swims.__subclasses__()])
Animal.__bases__ = (Walks, Swims)
print(duck.move(), duck.dive(), Animal.__base__.__name__, isinstance(duck, Walks))
for bases in ((), [Walks], (Duck,), (Walks, Walks), (int,), (3,), (object, Walks)):
    try:
        Animal.__bases__ = bases
        print("assigned")
    except TypeError as error:
        print(error)
print([c.__name__ for c in Duck.__mro__])
try:
    int.__bases__ = (object,)
except TypeError as error:
    print(error)
try:
    del Animal.__bases__
except TypeError as error:
    print(error)
Animal.__bases__ = (Animal,)
