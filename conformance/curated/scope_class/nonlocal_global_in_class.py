# ---
# id: scope_class/nonlocal_global_in_class
# desc: global and nonlocal in class bodies and in methods.
# ref: 7.13
# features: [class, scope, nonlocal, global]
# ---
counter = 0


class Counts:
    global counter
    counter += 1
    global total
    total = 5

    def bump(self):
        global counter
        counter += 10
        return counter


print(counter, total, "counter" in vars(Counts), Counts().bump(), counter)


def factory():
    made = 0
    names = []

    class Tracked:
        nonlocal made
        made += 1
        label = f"class {made}"

        def __init__(self, name):
            nonlocal names, made
            made += 1
            names = names + [name]

        def state(self):
            return made, names

    return Tracked, lambda: (made, names)


Tracked, state = factory()
print(Tracked.label, state(), "made" in vars(Tracked))
print(Tracked("a").state(), Tracked("b").state(), state())
other, other_state = factory()
print(other("x").state(), state())


def shadowing():
    value = "outer"

    class Shadow:
        value = "class"
        seen = value
        del value
        again = value if "value" in dir() else "gone"

    return Shadow.seen, Shadow.again


print(shadowing())


class Deletes:
    x = 1
    del x
    try:
        x
    except NameError as error:
        message = str(error)
    try:
        del x
    except NameError as error:
        deleted = str(error)


print(Deletes.message, "|", Deletes.deleted)


def free_class(x):
    class Uses:
        y = x
        x = y + 1
        z = x

    return Uses.y, Uses.x, Uses.z


try:
    print(free_class(1))
except NameError as error:
    print(type(error).__name__, error)
for source in (
    "class C:\n    x = 1\n    global x", "class C:\n    nonlocal x", "def f():\n    class C:\n        nonlocal y",
):
    try:
        compile(source, "f", "exec")
    except SyntaxError as error:
        print(error.msg, error.lineno)
del total
Counts().bump() and total
