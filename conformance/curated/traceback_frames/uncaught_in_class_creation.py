# ---
# id: traceback_frames/uncaught_in_class_creation
# desc: Errors of decorators, bases, keywords, metaclasses, __init_subclass__ and __set_name__ in a class statement.
# ref: 8.8
# features: [traceback, class, metaclass, descriptor]
# ---
def lines(error):
    out, tb = [], error.__traceback__
    while tb:
        out.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return out


class Meta(type):
    def __new__(meta, name, bases, namespace, fail=None):
        if fail == "new":
            raise ValueError("in new")
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, name, bases, namespace, fail=None):
        if fail == "init":
            raise ValueError("in init")


class Base(metaclass=Meta):
    def __init_subclass__(cls):
        if cls.__name__.startswith("Bad"):
            raise ValueError("in init_subclass")


class Field:
    def __set_name__(self, owner, name):
        if name == "bad":
            raise ValueError("in set_name")


def decorator(cls):
    raise ValueError("in decorator")


def new():
    class C(Base, fail="new"):
        pass


def init():
    class C(Base, fail="init"):
        pass


def subclass():
    class BadName(Base):
        pass


def set_name():
    class C(Base):
        good = Field()
        bad = Field()


def decorated():
    @decorator
    class C(
        Base,
    ):
        x = 1


def bases():
    class C(
        Base,
        undefined,
    ):
        pass


def keyword():
    class C(Base, fail=1 // 0):
        pass


for function in (new, init, subclass, set_name, decorated, bases, keyword):
    try:
        function()
    except (ValueError, NameError, ZeroDivisionError) as error:
        print(function.__name__, error, lines(error)[1:], getattr(error, "__notes__", None))


class Fine(Base):
    good = Field()


print(Fine.__name__)


class BadEnd(
    Fine,
    fail=None,
):
    field = Field()
    other = 1
