# ---
# id: special_methods/setitem_and_delitem
# desc: __setitem__ and __delitem__ in assignment, augmented assignment, unpacking, for targets and del.
# ref: 3.3.7
# features: [special_method, subscript]
# ---
class Log:
    def __init__(self):
        self.data = {}

    def __setitem__(self, key, value):
        print(f"set[{key}]={value}", end=" ")
        self.data[str(key)] = value

    def __getitem__(self, key):
        print(f"get[{key}]", end=" ")
        return self.data[str(key)]

    def __delitem__(self, key):
        print(f"del[{key}]", end=" ")
        del self.data[str(key)]


log = Log()
log["a"] = 1
log[1:2] = 2
log[0, ...] = 3
print(len(log.data))
log["a"] += 10
log["a"], log["b"] = log["b2"] = "xy"
print(log.data)
for log["i"] in range(3):
    pass
print(log["i"])
[log[0], *log[1]] = "pqr"
with type("C", (), {"__enter__": lambda s: 5, "__exit__": lambda *a: None})() as log["w"]:
    print(log["w"])
del log["w"], log[0, ...], (log["i"], [log[0]])
print(sorted(log.data))
try:
    del log["absent"]
except KeyError as error:
    print(repr(error))


class ReadOnly:
    def __getitem__(self, key):
        return 0


def assign(target):
    target[0] = 1


def delete(target):
    del target[0]


def augment(target):
    target[0] += 1


for function in (assign, delete, augment):
    for target in (ReadOnly(), (1,), "s", 5, None, {1}, len):
        try:
            function(target)
        except TypeError as error:
            print(error)
log["zero"] = 0
log["zero"] += "x"
