# ---
# id: decorators/any_expression
# desc: Decorator expressions of every form, when they run, and in which order they apply.
# ref: 8.7
# features: [decorator, evaluation_order]
# ---
log = []


def note(name):
    log.append(f"eval {name}")

    def decorate(target):
        log.append(f"apply {name} to {getattr(target, '__name__', target)}")
        return target

    return decorate


@note("outer")
@note("inner")
def function(default=log.append("default")):
    return 1


print(log)
buttons = {"a": [note("from list")]}


class Registry:
    handlers = {}

    def on(self, event):
        return lambda f: self.handlers.setdefault(event, []).append(f) or f

    def __call__(self, f):
        return f.__name__.upper()

    def __getattr__(self, name):
        return lambda f: (name, f.__name__)


registry = Registry()


@buttons["a"][0]
def one():
    pass


@registry.on("start")
@registry.on("stop")
def two():
    return "two ran"


@registry
def three():
    pass


@registry.any_name
def four():
    pass


@(lambda f: [f(), f])
def five():
    return 5


@(later := note("walrus"))
def six():
    pass


@note("a") if buttons else note("b")
def seven():
    pass


@staticmethod
def eight(x):
    return x * 2


@len
@list
@str
@int
@round
@(lambda f: f())
def nine():
    return 1234.5


@[note("sub")][0]
@property
def ten(self):
    return 10


print(
    one.__name__, [f() for f in registry.handlers["start"]], three, four, five[0], six.__name__, eight(4), nine,
    type(ten).__name__,
)
print(log[-6:])
for source in (
    "@a b\ndef f(): pass", "@a\n@b\nx = 1", "@\ndef f(): pass", "@a, b\ndef f(): pass", "@*a\ndef f(): pass",
    "@a = 1\ndef f(): pass", "@x for x in y\ndef f(): pass", "@yield\ndef f(): pass",
):
    try:
        exec(source, {"a": lambda f: f, "b": 1})
        print("fine", repr(source))
    except (SyntaxError, TypeError) as error:
        print(repr(source), "|", type(error).__name__, error)


@note("before the error")
@(lambda f: 1 // 0)
@note("applied")
def last():
    pass
