# ---
# id: del/every_target
# desc: del of names, attributes, items, slices, nested lists of targets, in order, and when one fails.
# ref: 7.5
# features: [del]
# ---
class Log:
    def __init__(self):
        object.__setattr__(self, "log", [])

    def __delattr__(self, name):
        self.log.append(f".{name}")

    def __delitem__(self, key):
        self.log.append(f"[{key}]")


def get(value):
    print("get", end=" ")
    return value


x = y = z = 1
log = Log()
del x, (y, [z]), log.a, log[1], (log[1:2], [log[...], log.b]), log[2]
print(log.log)
for name in "xyz":
    print(name in globals(), end=" ")
print()
data = list(range(10))
del data[0], data[-1], data[1:3], data[::3]
print(data)
del get(data)[0], get(log).attr, get({"k": 1})["k"]
print(data, log.log)
del log[0]
nested = {"a": {"b": [1, 2, {"c": 3}]}}
del nested["a"]["b"][2]["c"], nested["a"]["b"][0]
print(nested)
p = q = 5
try:
    del p, undefined, q
except NameError as error:
    print(error, "p" in globals(), "q" in globals())


def function():
    local = 1
    del local
    local = 2
    captured = 3

    def inner():
        return captured

    del captured
    try:
        inner()
    except NameError as error:
        print(error)
    captured = 4
    return local, inner()


print(function())


def loops():
    for n in range(3):
        value = n
        del value
        if n == 1:
            del n
            break
    try:
        return n
    except UnboundLocalError as error:
        return str(error)


print(loops())
del ()
del []
del (log[7]), [log[8]]
print(log.log[-2:])
for bad in (
    "del (1).real", "del 'abc'[0]", "del (1, 2)[0]", "del {}['k']", "del [][0]", "del {1}[0]", "del None.x",
    "del len.__name__", "del undefined_name", "del range(3)[0]",
):
    try:
        exec(bad)
    except (TypeError, AttributeError, LookupError, NameError) as error:
        print(bad, "|", type(error).__name__, error)
del data[0], data[100], nested
