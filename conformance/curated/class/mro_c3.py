# ---
# id: class/mro_c3
# desc: The method resolution order is C3, for diamonds and deeper graphs, and an impossible one is refused.
# ref: 3.3.3.1
# features: [class, mro]
# ---
class O:
    def who(self):
        return "O"


class A(O):
    def who(self):
        return "A>" + super().who()


class B(O):
    def who(self):
        return "B>" + super().who()


class C(O):
    def who(self):
        return "C>" + super().who()


class D(A, B):
    pass


class E(B, C):
    def who(self):
        return "E>" + super().who()


class F(D, E):
    def who(self):
        return "F>" + super().who()


def names(cls):
    return [c.__name__ for c in cls.__mro__]


for cls in (O, A, D, E, F):
    print(names(cls), cls().who())
print(F.mro() == list(F.__mro__), F.__bases__, F.__base__)
try:
    class Bad(O, A):
        pass
except TypeError as error:
    print(error)
try:
    class Twice(A, A):
        pass
except TypeError as error:
    print(error)


class X(A, B):
    pass


class Y(B, A):
    pass


class Z(X, Y):
    pass
