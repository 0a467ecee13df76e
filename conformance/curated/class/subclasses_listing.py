# ---
# id: class/subclasses_listing
# desc: __subclasses__ lists direct subclasses in order of definition.
# ref: stdtypes#class.__subclasses__
# features: [class, mro]
# ---
class Root:
    pass


class A(Root):
    pass


class B(Root):
    pass


class C(B, A):
    pass


D = type("D", (Root,), {})


def tree(cls, depth=0):
    print("  " * depth + cls.__name__)
    for sub in cls.__subclasses__():
        tree(sub, depth + 1)


tree(Root)
print([c.__name__ for c in Root.__subclasses__()], C.__subclasses__())
print([c.__name__ for c in type.mro(C)], bool.__subclasses__(), bool in int.__subclasses__())
B.__bases__ = (A,)
print([c.__name__ for c in Root.__subclasses__()], [c.__name__ for c in A.__subclasses__()])


def descendants(cls):
    found = []
    for sub in cls.__subclasses__():
        if sub not in found:
            found.append(sub)
            found += [s for s in descendants(sub) if s not in found]
    return found


print([c.__name__ for c in descendants(Root)])
try:
    Root.__subclasses__(1)
except TypeError as error:
    print(error)
try:
    type.__subclasses__()
except TypeError as error:
    print(error)
print(type.__subclasses__(Root) == Root.__subclasses__())
Root().__subclasses__()
