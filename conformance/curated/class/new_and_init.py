# ---
# id: class/new_and_init
# desc: __new__ makes, __init__ fills in; __init__ is skipped when __new__ answers something else.
# ref: 3.3.1
# features: [class, special_method]
# ---
class Traced:
    def __new__(cls, *args, **kwargs):
        print("new", cls.__name__, args, kwargs)
        return super().__new__(cls)

    def __init__(self, *args, **kwargs):
        print("init", args, kwargs)
        self.args = args


class Child(Traced):
    pass


class Other:
    def __new__(cls, kind):
        print("other new")
        if kind == "child":
            return Traced.__new__(Child, kind)
        if kind == "same":
            return object.__new__(cls)
        return kind

    def __init__(self, kind):
        print("other init", kind)


print(Traced(1, key=2).args, Child("x").args)
print(type(Other("child")).__name__, type(Other("same")).__name__, Other(5))


class OnlyInit:
    def __init__(self, a, b=2):
        self.pair = a, b


class Nothing:
    pass


class Returns:
    def __init__(self):
        return 1


for action in (
    lambda: OnlyInit(1).pair,
    lambda: OnlyInit(),
    lambda: OnlyInit(1, 2, 3),
    lambda: Nothing(1),
    lambda: Nothing(key=1),
    lambda: object(1),
    lambda: object.__new__(),
    lambda: object.__new__(int),
    lambda: object.__new__(3),
    lambda: Nothing.__new__(Nothing, 5),
    lambda: Nothing.__init__(Nothing(), 5),
    lambda: int.__new__(str),
    lambda: Returns(),
):
    try:
        print(action())
    except TypeError as error:
        print(error)
print(OnlyInit(b=1, a=0).pair)
Returns()
