# ---
# id: special_methods/inherit_from_object
# desc: The methods that every object has from object, called directly.
# ref: 3.3.1
# features: [special_method, class]
# ---
class Plain:
    def __init__(self):
        self.x = 1


class Quiet:
    __slots__ = ()


p, q = Plain(), Plain()
print(p.__eq__(p), p.__eq__(q), p.__ne__(p), p.__ne__(q), p.__lt__(q), p.__ge__(1))
print(object.__eq__(1, 1.0), object.__ne__(1, 1.0), object.__eq__("a", "a"), (1).__eq__(1.0), (1).__eq__("x"))
print(p.__hash__() == hash(p), p.__sizeof__() > 0, p.__class__ is Plain, p.__dict__, p.__module__, p.__doc__)
print(object.__str__(5), object.__format__(5, ""), object.__repr__ is not int.__repr__, p.__getattribute__("x"))
print(
    p.__setattr__("y", 2), p.__delattr__("x"), vars(p), p.__dir__() != [], p.__init_subclass__(),
    p.__subclasshook__(int),
)
print(sorted(set(dir(object))))
print(Quiet().__getstate__(), p.__getstate__(), object().__reduce_ex__(2)[1], Quiet().__reduce_ex__(4)[1] == (Quiet,))
for action in (
    lambda: p.__format__("x"),
    lambda: object.__format__(5, "d"),
    lambda: p.__lt__(),
    lambda: p.__getattribute__("nope"),
    lambda: object.__setattr__(Quiet(), "x", 1),
    lambda: Quiet().__dict__,
    lambda: object().x,
    lambda: setattr(object(), "x", 1),
    lambda: object.__init__(),
    lambda: object.__init__(p, 1),
    lambda: object.__hash__([]) == 0,
    lambda: object < object,
):
    try:
        print(action())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
p < q
