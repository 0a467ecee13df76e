# ---
# id: special_methods/getattribute
# desc: __getattribute__ is asked for every attribute but not for special methods called implicitly.
# ref: 3.3.2
# features: [special_method, attributes]
# ---
class Traced:
    limit = 3

    def __init__(self):
        self.value = 1

    def __getattribute__(self, name):
        print(f"<{name}>", end=" ")
        if name == "secret":
            raise AttributeError("hidden")
        return object.__getattribute__(self, name)

    def method(self):
        return self.value + self.limit

    def __len__(self):
        return 9

    def __getattr__(self, name):
        print(f"fallback {name}", end=" ")
        if name == "nothing":
            raise AttributeError("nothing at all")
        return name.upper()


t = Traced()
print(t.value)
print(t.method())
print(len(t), bool(t), t.__len__())
print(t.secret, t.absent, hasattr(t, "nothing"), getattr(t, "nothing", None))
t.value = 5
t.value += 1
print(vars(t))
print(t.__class__.__name__, isinstance(t, Traced), type(t).__name__)
print("{0.value}".format(t), f"{t.method.__name__}")


class Bare:
    def __getattribute__(self, name):
        if name.startswith("x"):
            return super().__getattribute__(name)
        raise AttributeError(name)


b = Bare()
b.x = 1
b.y = 2
print(b.x)
for name in ("y", "x2", "__dict__"):
    try:
        print(getattr(b, name))
    except AttributeError as error:
        print(error)


class Wrong:
    def __getattribute__(self, name):
        return 1 // 0


try:
    hasattr(Wrong(), "x")
except ZeroDivisionError as error:
    print(error)
t.value.deeper
