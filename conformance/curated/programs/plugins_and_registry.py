# ---
# id: programs/plugins_and_registry
# desc: A converter framework: plug-ins register themselves, options are descriptors, chains are built from text.
# ref: tutorial
# features: [metaclass, decorator, class]
# ---
class Option:
    def __init__(self, kind, default):
        self.kind, self.default = kind, default

    def __set_name__(self, owner, name):
        self.name = name
        owner.options = {**getattr(owner, "options", {}), name: self}

    def __get__(self, instance, owner):
        return self if instance is None else instance.__dict__.get(self.name, self.default)

    def __set__(self, instance, value):
        try:
            instance.__dict__[self.name] = self.kind(value)
        except (TypeError, ValueError) as error:
            raise ValueError(f"option {self.name}: {error}") from error


class PluginMeta(type):
    registry = {}

    def __new__(meta, name, bases, namespace, *, command=None):
        cls = super().__new__(meta, name, bases, namespace)
        if command:
            if command in meta.registry:
                raise TypeError(f"{command} is taken by {meta.registry[command].__name__}")
            meta.registry[command] = cls
            cls.command = command
        return cls

    def __call__(cls, **options):
        instance = super().__call__()
        for key, value in options.items():
            if key not in getattr(cls, "options", {}):
                raise TypeError(f"{cls.command} has no option {key!r}, only {sorted(getattr(cls, 'options', {}))}")
            setattr(instance, key, value)
        return instance


class Plugin(metaclass=PluginMeta):
    def __or__(self, other):
        return Chain([self, other])

    def __ror__(self, text):
        return self.run(text)

    def run(self, text):
        raise NotImplementedError(type(self).__name__)


class Chain(Plugin):
    def __init__(self, parts=()):
        self.parts = list(parts)

    def __new__(cls, *args):
        return object.__new__(cls)

    def run(self, text):
        for part in self.parts:
            text = part.run(text)
        return text


class Upper(Plugin, command="upper"):
    def run(self, text):
        return text.upper()


class Repeat(Plugin, command="repeat"):
    times = Option(int, 2)
    separator = Option(str, "")

    def run(self, text):
        return self.separator.join([text] * self.times)


class Caesar(Plugin, command="caesar"):
    shift = Option(int, 3)

    def run(self, text):
        return "".join(chr((ord(c) - 97 + self.shift) % 26 + 97) if c.islower() else c for c in text)


class Decode(Caesar, command="decode"):
    def run(self, text):
        self.shift = -self.shift
        try:
            return super().run(text)
        finally:
            self.shift = -self.shift


def build(description):
    parts = []
    for piece in description.split("|"):
        command, *arguments = piece.split()
        options = dict(argument.split("=", 1) for argument in arguments)
        parts.append(PluginMeta.registry[command](**options))
    chain = Chain.__new__(Chain)
    chain.parts = parts
    return chain


print(sorted(PluginMeta.registry), list(Repeat.options), list(Decode.options))
print("abc" | Repeat(times=3, separator="-"), "xyz" | Caesar(), "xyz" | Upper())
print(build("caesar shift=1 | repeat times=2 separator=+ | upper").run("hal"))
print(build("caesar shift=5 | decode shift=5").run("round trip"), Decode().run(Caesar().run("again")))
for action in (
    lambda: build("missing"),
    lambda: build("repeat times=x"),
    lambda: build("upper loud=1"),
    lambda: Plugin().run("x"),
    lambda: Repeat(times=None),
    lambda: type(Plugin)("Other", (Plugin,), {}, command="upper"),
    lambda: "x" | Plugin(),
):
    try:
        print(action())
    except (KeyError, ValueError, TypeError, NotImplementedError) as error:
        print(type(error).__name__, error)
build("repeat times=2.5").run("never")
