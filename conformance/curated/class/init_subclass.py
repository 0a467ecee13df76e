# ---
# id: class/init_subclass
# desc: __init_subclass__ is an implicit class method that sees each new subclass and its keywords.
# ref: 3.3.3.1
# features: [class, special_method]
# ---
registry = []


class Plugin:
    kind = None

    def __init_subclass__(cls, /, kind="plain", **rest):
        super().__init_subclass__(**rest)
        cls.kind = kind
        registry.append((cls.__name__, kind, cls.value if hasattr(cls, "value") else None))


class Json(Plugin, kind="json"):
    value = 1


class Yaml(Json):
    value = 2


class Stacked:
    def __init_subclass__(cls, *, prefix="", **rest):
        super().__init_subclass__(**rest)
        cls.prefix = prefix + cls.__name__


class Both(Stacked, Plugin, prefix="p_", kind="both"):
    pass


print(registry, Both.prefix, Both.kind, Plugin.kind)
print(isinstance(vars(Plugin)["__init_subclass__"], classmethod))
Plugin.__init_subclass__(kind="by hand")
print(Plugin.kind)
for bases, keywords in (((Plugin,), {"wrong": 1}), ((Stacked,), {"kind": 1}), ((object,), {"x": 1}), ((Both,), {})):
    try:
        print(type("T", bases, {}, **keywords).__mro__[1].__name__)
    except TypeError as error:
        print(error)


class Strict:
    def __init_subclass__(cls):
        if not hasattr(cls, "name"):
            raise TypeError(f"{cls.__name__} has no name")


class Fine(Strict):
    name = "fine"


print(Fine.name, [c.__name__ for c in Strict.__subclasses__()])


class Nameless(Strict):
    pass
