# ---
# id: class/keyword_arguments_and_bases_unpacked
# desc: Bases and keywords of a class statement may be unpacked; they run left to right before the body.
# ref: 8.8
# features: [class, arguments]
# ---
def say(text, value):
    print(text)
    return value


class Base:
    def __init_subclass__(cls, /, **options):
        print("subclass", cls.__name__, sorted(options.items()))


class Mixin:
    pass


class One(say("base", Base), *say("more", [Mixin]), a=say("a", 1), **say("rest", {"b": 2, "c": 3})):
    print("body of One")


print(One.__bases__)


class Empty():
    pass


class Trailing(Base, z=1,):
    pass


print(Empty.__bases__)
try:
    class Refused(Mixin, a=1):
        print("body runs first")
except TypeError as error:
    print(error)
try:
    class Repeated(Base, a=1, **{"a": 2}):
        print("never")
except TypeError as error:
    print(error)
try:
    class NotIterable(*5):
        pass
except TypeError as error:
    print(error)


class Last(say("last", Mixin), flag=True):
    print("body of Last")
