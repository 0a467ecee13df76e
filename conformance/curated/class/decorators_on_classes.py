# ---
# id: class/decorators_on_classes
# desc: Class decorators run from the innermost out and may replace the class.
# ref: 8.8
# features: [class, decorator]
# ---
log = []


def tag(name):
    log.append("make " + name)

    def apply(cls):
        log.append(f"apply {name} to {cls.__name__}")
        cls.tags = (name, *getattr(cls, "tags", ()))
        return cls

    return apply


def instance(cls):
    log.append("instantiate")
    return cls()


@tag("outer")
@tag("inner")
class Thing:
    log.append("body")


print(Thing.tags, log)
log.clear()


@instance
class single:
    value = 41

    def __call__(self):
        return self.value + 1


print(type(single).__name__, single.value, single(), log)
decorators = {"upper": lambda cls: cls.__name__.upper()}


@decorators["upper"]
class text:
    pass


@lambda cls: [cls.__name__, cls.__qualname__]
class pair:
    pass


@(lambda c: c) if text else None
class conditional:
    pass


print(text, pair, conditional.__name__)


def counting(cls):
    original = cls.__init__

    def init(self, *args):
        cls.count = getattr(cls, "count", 0) + 1
        original(self, *args)

    cls.__init__ = init
    return cls


@counting
class Counted:
    def __init__(self, x):
        self.x = x


print([Counted(n).x for n in range(3)], Counted.count)


@tag("before the error")
@None
class Fails:
    log.append("body still ran")
