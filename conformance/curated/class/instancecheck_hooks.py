# ---
# id: class/instancecheck_hooks
# desc: A metaclass answers isinstance and issubclass through __instancecheck__ and __subclasscheck__.
# ref: 3.3.4
# features: [class, metaclass, special_method]
# ---
class Even(type):
    def __instancecheck__(cls, instance):
        print("check instance", instance)
        return isinstance(instance, int) and instance % 2 == 0

    def __subclasscheck__(cls, sub):
        print("check subclass", sub.__name__)
        return "yes" if sub is int else []


class EvenNumber(metaclass=Even):
    pass


print(isinstance(4, EvenNumber), isinstance(5, EvenNumber), isinstance("x", EvenNumber))
print(issubclass(int, EvenNumber), issubclass(str, EvenNumber), issubclass(EvenNumber, EvenNumber))
print(isinstance(EvenNumber(), EvenNumber), type.__instancecheck__(EvenNumber, 4))
print(isinstance(6, (str, EvenNumber)), isinstance(6, str | EvenNumber))


class Instance:
    def __instancecheck__(self, value):
        return value == "magic"

    def __subclasscheck__(self, cls):
        return cls is str


print(isinstance("magic", Instance()), isinstance("dull", Instance()), issubclass(str, Instance()))


class NoHook:
    def __instancecheck__(self, value):
        return True


print(isinstance(5, NoHook))


class Raises(type):
    def __instancecheck__(cls, instance):
        raise LookupError(f"cannot tell about {instance}")


class Bad(metaclass=Raises):
    pass


try:
    match 5:
        case Bad():
            print("matched")
except LookupError as error:
    print(error)
print(isinstance(Bad(), Bad))
isinstance(7, Bad)
