# ---
# id: metaclass/conflict_and_choice
# desc: The most derived metaclass is taken; when none is, the class is refused; functions as metaclass.
# ref: 3.3.3.3
# features: [metaclass, class]
# ---
class M1(type):
    pass


class M2(M1):
    pass


class N(type):
    pass


class A(metaclass=M1):
    pass


class B(metaclass=M2):
    pass


class C(metaclass=N):
    pass


class D(A, B):
    pass


class E(B, A):
    pass


print(type(D).__name__, type(E).__name__, type(type("F", (A, B), {})).__name__, type(M1("G", (B,), {})).__name__)
for bases, meta in (((A, C), None), ((A,), N), ((), M2), ((A,), M2), ((B,), M1), ((B,), type), ((C, B), M2)):
    try:
        if meta is None:
            class Made(*bases):
                pass
        else:
            class Made(*bases, metaclass=meta):
                pass
        print(type(Made).__name__)
    except TypeError as error:
        print(error)


class Both(M2, N):
    pass


class Works(B, C, metaclass=Both):
    pass


print(type(Works).__name__)


def function(name, bases, namespace, **kw):
    namespace = {k: v for k, v in namespace.items() if not k.startswith("__")}
    return name, bases, namespace, kw


class Tuple(int, metaclass=function, option=2):
    x = 1


print(Tuple)
try:
    class FromTuple(Tuple):
        pass
except TypeError as error:
    print(error)


class Callable:
    def __call__(self, name, bases, namespace):
        return f"called for {name}"

    def __prepare__(self, name, bases):
        return {}


class Text(metaclass=Callable()):
    pass


print(Text)


class Wrong(A, metaclass=N):
    pass
