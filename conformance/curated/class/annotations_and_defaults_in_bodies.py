# ---
# id: class/annotations_and_defaults_in_bodies
# desc: Bodies with annotations, walrus targets, imports, loops, conditionals, nested functions and try statements.
# ref: 8.8
# features: [class, annotations, scope]
# ---
class Config:
    import operator as op
    from functools import reduce

    debug: bool = False
    level: int
    if (size := 3) > 2:
        big = True
    else:
        small = True
    table = {}
    for name in ("a", "b"):
        table[name] = len(table)
    while size < 5:
        size += 1
    try:
        broken = int("x")
    except ValueError as error:
        message = str(error)
    else:
        message = None
    finally:
        done = "finally"
    with_default = lambda self, n=size: n
    total = reduce(op.add, [1, 2, 3])
    match size:
        case 5:
            matched = "five"
        case _:
            matched = "other"
    x = y = []
    first, *others = "abc"
    del name

    def helper(n):
        return n * 2

    doubled = helper(21)

    @staticmethod
    def util():
        return "util"

    called = util()
    assert doubled == 42, "never"
    global made_global
    made_global = "from the body"

    class Meta:
        options = ("o",)

    options = Meta.options
    counter = [0]
    counter[0] += 5
    text = f"{size} {table!r}"
    pass


c = Config()
print(Config.__annotations__, hasattr(Config, "level"), Config.size, Config.big, hasattr(Config, "small"), Config.table)
print(
    Config.message, Config.done, hasattr(Config, "error"), hasattr(Config, "broken"), c.with_default(), Config.total,
    Config.matched,
)
print(
    Config.x is Config.y, Config.first, Config.others, hasattr(Config, "name"), Config.doubled, Config.called,
    made_global,
)
print(Config.options, Config.counter, Config.text, Config.op.__name__, Config.reduce.__name__)
print([k for k in vars(Config) if not k.startswith("__")])
try:
    c.helper()
except TypeError as error:
    print(error)


class Empty: ...


class OneLine: x = 1; y = x + 1


class Doc: "Only a doc string."


print(vars(Empty).get("x"), OneLine.y, Doc.__doc__, Empty().__class__.__name__)


class Stops:
    before = 1
    for n in range(3):
        last = before // (n - 1)
