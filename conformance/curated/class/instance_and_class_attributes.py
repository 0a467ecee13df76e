# ---
# id: class/instance_and_class_attributes
# desc: An attribute set on an instance hides the class's; deleting it shows the class's again; mutable ones are shared.
# ref: 3.2.11
# features: [class, attributes]
# ---
class Counter:
    total = 0
    names = []

    def __init__(self, name):
        self.name = name
        self.names.append(name)
        Counter.total += 1

    def bump(self):
        self.total += 10
        return self.total


a, b = Counter("a"), Counter("b")
print(a.total, b.total, Counter.total, a.names is b.names, a.names)
print(a.bump(), a.bump(), b.total, Counter.total)
print(a.__dict__, b.__dict__)
del a.total
print(a.total, "total" in a.__dict__)
try:
    del a.total
except AttributeError as error:
    print(type(error).__name__, error)
a.names = ["own"]
print(a.names, b.names, vars(a))
Counter.extra = "seen by all"
print(a.extra, b.extra, getattr(a, "absent", "default"), hasattr(b, "absent"))
setattr(b, "made up", 1)
print(b.__dict__, getattr(b, "made up"))
del Counter.extra
for action in (lambda: a.extra, lambda: Counter.extra, lambda: delattr(Counter, "extra"), lambda: delattr(b, "name")):
    try:
        print(action())
    except AttributeError as error:
        print(error)
print(b.name)
