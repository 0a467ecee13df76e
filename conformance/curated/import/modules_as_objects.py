# ---
# id: import/modules_as_objects
# desc: Module objects: attributes that are set, deleted and missing, __dict__, __getattr__ and dir.
# ref: 3.2.9
# features: [import, attributes]
# ---
import sys
import types
import operator

print(type(operator).__name__, operator.__name__, "add" in vars(operator), "add" in dir(operator))
operator.extra = 5
import operator as again

print(again.extra, again is operator, sys.modules["operator"] is operator)
del operator.extra
for action in (
    lambda: operator.extra,
    lambda: operator.addd,
    lambda: delattr(operator, "extra"),
    lambda: operator(),
    lambda: operator[0],
    lambda: setattr(operator, "__dict__", {}),
):
    try:
        print(action())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
m = types.ModuleType("made", "its doc")
print(m.__name__, m.__doc__, m.__dict__["__name__"], m.__spec__, repr(m), sorted(vars(m)))
m.value = 1
exec("def f(): return value + 1", m.__dict__)
print(m.f(), m.f.__module__, m.f.__globals__ is m.__dict__)
m.value = 10
print(m.f())
m.__getattr__ = lambda name: f"made up {name}"
print(m.anything, m.value, hasattr(m, "whatever"))
m.__dir__ = lambda: ["b", "a"]
print(dir(m))
sys.modules["made"] = m
import made
from made import value, dynamic

print(made is m, value, dynamic)
sys.modules["blocked"] = None
try:
    import blocked
except ModuleNotFoundError as error:
    print(error)


class Module(types.ModuleType):
    @property
    def computed(self):
        return self.__name__.upper()


custom = Module("custom")
sys.modules["custom"] = custom
from custom import computed

print(computed, custom.computed, repr(custom))
for bad in (lambda: types.ModuleType(), lambda: types.ModuleType(5), lambda: types.ModuleType("x", "y", "z")):
    try:
        print(bad())
    except TypeError as error:
        print(error)
del m.__getattr__
m.anything
