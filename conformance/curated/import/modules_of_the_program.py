# ---
# id: import/modules_of_the_program
# desc: A program's own modules are imported from sys.modules, with __getattr__ and __dir__.
# ref: 3.3.2.1
# features: [import]
# ---
import sys

m = type(sys)("mm", "docs")
print(m, m.__doc__, sorted(vars(m)), m.__dict__ is vars(m), m == m, bool(m))
sys.modules["mm"] = m
m.x = 3
m._hidden = 4
import mm
print(mm is m)
from mm import x as y
print(y)
space = {}
exec("from mm import *", space)
print(sorted(name for name in space if name != "__builtins__"))
m.__all__ = ["_hidden"]
exec("from mm import *", space)
print(space["_hidden"])
m.__getattr__ = lambda name: "got " + name
print(m.zap, getattr(m, "foo"), hasattr(m, "x"))


def refuse(name):
    raise AttributeError("no " + name)


m.__getattr__ = refuse
for action in "m.zz", "from mm import zz":
    try:
        exec(action)
    except (AttributeError, ImportError) as error:
        print(type(error).__name__, error)
m.__dir__ = lambda: ["b", "a"]
print(dir(m))
del m.__dir__, m.__getattr__
try:
    m.zz
except AttributeError as error:
    print(error, error.name)
sys.modules["nothing"] = None
try:
    import nothing
except ImportError as error:
    print(type(error).__name__, error)
try:
    import mm.part
except ImportError as error:
    print(type(error).__name__, error)
del m.__name__
print(m)
