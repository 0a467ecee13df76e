# ---
# id: class/isinstance_and_issubclass
# desc: isinstance and issubclass with classes, tuples, unions and things that are no classes.
# ref: functions#isinstance
# features: [class, type]
# ---
class A:
    pass


class B(A):
    pass


class Meta(type):
    pass


class C(metaclass=Meta):
    pass


b = B()
print(isinstance(b, A), isinstance(b, B), isinstance(A(), B), issubclass(B, A), issubclass(A, B), issubclass(A, A))
print(isinstance(b, (int, (str, (A,)))), isinstance(b, ()), issubclass(B, (int, str)), issubclass(bool, int | str))
print(isinstance(3, int | None), isinstance(None, int | None), isinstance(True, int), isinstance(3, bool))
print(isinstance(C, Meta), isinstance(C, type), issubclass(Meta, type), isinstance(C(), Meta), isinstance(type, object))
for action in (
    lambda: isinstance(b, 5),
    lambda: isinstance(b, (int, 5)),
    lambda: isinstance(3, (int, 5)),
    lambda: isinstance(b, [A]),
    lambda: issubclass(b, A),
    lambda: issubclass(A, 5),
    lambda: issubclass(5, A),
    lambda: isinstance(b, list[int]),
    lambda: issubclass(A, list[int]),
    lambda: isinstance(3, int | list[int]),
    lambda: isinstance([], int | list[int]),
    lambda: isinstance(b),
    lambda: isinstance(b, A, cls=A),
):
    try:
        print(action())
    except TypeError as error:
        print(error)


class Fake:
    __bases__ = (int,)


print(issubclass(B, object), type(b) is A, type(b) == B)
print(issubclass(Fake(), int))
issubclass(A(), B)
