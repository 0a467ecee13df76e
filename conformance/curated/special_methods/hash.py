# ---
# id: special_methods/hash
# desc: __hash__ goes away when only __eq__ is written; what may be answered, and equal keys in dicts and sets.
# ref: 3.3.1
# features: [special_method, hash]
# ---
class Key:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return isinstance(other, Key) and self.name.lower() == other.name.lower()

    def __hash__(self):
        return len(self.name)

    def __repr__(self):
        return f"Key({self.name})"


class EqOnly:
    def __eq__(self, other):
        return True


class Restored(EqOnly):
    __hash__ = object.__hash__


class Inherits(EqOnly):
    pass


class Big:
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return self.value


table = {Key("ann"): 1, Key("ANN"): 2, Key("bob"): 3}
print(table, len(table), table[Key("Bob")], Key("cy") in table, {Key("X"), Key("x"), Key("y")})
print(EqOnly.__hash__, "__hash__" in vars(EqOnly), Inherits.__hash__, len({Restored(): 1, Restored(): 2}) in (1, 2))
for value in (0, -1, -2, True, 2**61 - 1, 2**61, 2**200, -(2**70)):
    print(value, hash(Big(value)))
for bad in (1.5, "x", None, Key("k")):
    try:
        print(hash(Big(bad)))
    except TypeError as error:
        print(error)
for action in (
    lambda: hash(EqOnly()),
    lambda: {Inherits(): 1},
    lambda: {EqOnly()},
    lambda: hash((1, EqOnly())),
    lambda: {}[EqOnly()],
    lambda: EqOnly() in {1: 2},
    lambda: frozenset([[]]),
):
    try:
        print(action())
    except TypeError as error:
        print(error)
print(hash(Key("abc")), hash((1, Key("abc"))) == hash((1, 3)), Restored() == 5)
{Key("fine"): 1, EqOnly(): 2}
