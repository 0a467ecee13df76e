# ---
# id: metaclass/mro_override
# desc: A metaclass may compute the MRO itself; what it may answer.
# ref: 3.3.3.1
# features: [metaclass, mro]
# ---
class Meta(type):
    def mro(cls):
        order = super().mro()
        print("mro of", cls.__name__, [c.__name__ for c in order])
        if "Extra" in globals():
            order.insert(1, Extra)
        return order


class A(metaclass=Meta):
    def f(self):
        return "A.f"


class Extra:
    def f(self):
        return "Extra.f"

    def g(self):
        return "Extra.g"


class B(A):
    def h(self):
        return super().f(), super().g()


print(
    B().f(), B().g(), B().h(), [c.__name__ for c in B.__mro__], B.__bases__, issubclass(B, Extra),
    isinstance(B(), Extra),
)
print(Extra.__subclasses__(), B.mro() == list(B.__mro__))


class Answers(type):
    answer = None

    def mro(cls):
        return cls.answer(cls) if cls.answer else super().mro()


for answer in (
    lambda cls: 5,
    lambda cls: [cls, 5],
    lambda cls: [],
    lambda cls: (cls, object),
    lambda cls: [object],
    lambda cls: [cls, int, object],
    lambda cls: [cls, A, object],
    lambda cls: 1 / 0,
):
    Answers.answer = staticmethod(answer)
    try:
        class Made(metaclass=Answers):
            pass
        print([c.__name__ for c in Made.__mro__])
    except (TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
Answers.answer = None


class Fine(metaclass=Answers):
    pass


print(Fine.__mro__[-1])
Fine().f()
