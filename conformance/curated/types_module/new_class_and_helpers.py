# ---
# id: types_module/new_class_and_helpers
# desc: new_class, prepare_class, resolve_bases, get_original_bases, coroutine and DynamicClassAttribute.
# ref: types#types.new_class
# features: [types_module, class, metaclass]
# ---
import types


class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases, **kw):
        return {"prepared": sorted(kw)}

    def __new__(meta, name, bases, namespace, **kw):
        cls = super().__new__(meta, name, bases, namespace)
        cls.options = kw
        return cls

    def __init__(cls, *args, **kw):
        pass


class Base(metaclass=Meta):
    pass


class Alias:
    def __mro_entries__(self, bases):
        return (Base,)


def body(namespace):
    namespace["x"] = 1
    namespace["double"] = lambda self: self.x * 2


made = types.new_class("Made", (Base,), {"flag": True}, body)
print(made.__name__, made().double(), made.options, made.prepared, type(made).__name__, made.__module__)
print(
    types.new_class("Plain").__bases__, types.new_class("Int", (int,))(5) + 1,
    types.new_class("FromAlias", (Alias(),)).__mro__[1].__name__,
)
meta, namespace, kwds = types.prepare_class("N", (Base,), {"a": 1})
print(meta.__name__, namespace, kwds)
print(types.prepare_class("N", (), {"metaclass": Meta})[0].__name__, types.resolve_bases((int, Alias(), list[int])))


class Generic(list[int], object):
    pass


print(types.get_original_bases(Generic), types.get_original_bases(int), types.get_original_bases(made))


@types.coroutine
def generator_based(n):
    got = yield n
    return got * 2


async def awaits():
    return await generator_based(21) + 1


coroutine = awaits()
print(coroutine.send(None))
try:
    coroutine.send(4)
except StopIteration as stop:
    print(stop.value)


class Shown:
    @types.DynamicClassAttribute
    def value(self):
        return "on instances"


print(Shown().value)
try:
    Shown.value
except AttributeError as error:
    print(error)
for bad in (
    lambda: types.new_class("X", (Base,), {"metaclass": type}).__name__,
    lambda: types.new_class("X", (int, str)),
    lambda: types.new_class(5),
    lambda: types.new_class("X", 5),
    lambda: types.get_original_bases(5),
    lambda: types.coroutine(5),
):
    try:
        print(bad())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
made().missing
