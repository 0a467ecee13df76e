# ---
# id: scope_class/class_scope_is_skipped
# desc: Functions in a class body do not see its names; comprehensions see only their first iterable.
# ref: 4.2.2
# features: [class, scope, closure]
# ---
name = "module"


class Outer:
    name = "class"
    items = [1, 2, 3]
    factor = 10

    def method(self):
        return name, self.name

    lam = lambda self: name
    direct = name
    first = [n for n in items]
    copies = [name for _ in range(2)]
    try:
        scaled = [n * factor for n in items]
    except NameError as error:
        scaled = str(error)
    gen = list(n for n in items)
    try:
        nested = [[m for m in items] for _ in range(1)]
    except NameError as error:
        nested = str(error)
    default = lambda self, f=factor: f
    decorated = (lambda value: value)(factor)

    class Inner:
        seen = name
        try:
            hidden = factor
        except NameError as error:
            hidden = str(error)


o = Outer()
print(o.method(), o.lam(), Outer.direct, Outer.first, Outer.copies, Outer.scaled, Outer.gen, Outer.nested)
print(o.default(), Outer.decorated, Outer.Inner.seen, Outer.Inner.hidden)


def function():
    name = "function"

    class Local:
        before = name
        name = "rebound"
        after = name

        def get(self):
            return name

    return Local.before, Local.after, Local().get()


try:
    print(function())
except NameError as error:
    print(type(error).__name__, error)


def reads_enclosing():
    value = "enclosing"

    class Local:
        copy = value

        def get(self):
            return value

    return Local.copy, Local().get()


print(reads_enclosing())


class Missing:
    def method(self):
        return undefined_in_class

    undefined_in_class = 1


Missing().method()
