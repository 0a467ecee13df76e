# ---
# id: special_methods/getattr
# desc: __getattr__ is asked only when the ordinary lookup raises AttributeError, also from a property.
# ref: 3.3.2
# features: [special_method, attributes]
# ---
class Record:
    kind = "record"

    def __init__(self, **data):
        self.data = data

    def __getattr__(self, name):
        print(f"getattr({name})", end=" ")
        if name in self.data:
            return self.data[name]
        raise AttributeError(f"no field {name!r}")

    @property
    def broken(self):
        print("property", end=" ")
        return self.data["x"].missing

    @property
    def failing(self):
        return 1 // 0


r = Record(x=1, y=[2])
print(r.kind, r.x, r.y, r.data)
print(getattr(r, "z", "default"), hasattr(r, "x"), hasattr(r, "z"))
r.x = "set on the instance"
print(r.x, r.data["x"])
r.data["broken"] = "rescued"
r.data["x"] = 5
print(r.broken)
try:
    r.failing
except ZeroDivisionError as error:
    print(error)


class Proxy:
    def __init__(self, target):
        self.__dict__["target"] = target

    def __getattr__(self, name):
        value = getattr(self.target, name)
        if callable(value):
            return lambda *args: (name, value(*args))
        return value


p = Proxy([3, 1, 2])
print(p.index(1), p.append(9), p.target, p.__len__())
for action in (lambda: len(p), lambda: p[0], lambda: [*p], lambda: p.nothing, lambda: p + [1]):
    try:
        print(action())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
empty = Record.__new__(Record)
empty.__dict__["data"] = {}
r.missing.deeper
