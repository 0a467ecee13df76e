# ---
# id: import/star_and_all
# desc: from m import * takes the public names of a module at module level only.
# ref: 7.11
# features: [import, scope]
# ---
before = set(globals())
from operator import *

new = set(globals()) - before - {"before"}
print(sorted(name for name in new if name in ("add", "mul", "itemgetter", "__add__", "_abs", "contains")))
print(add(2, 3), itemgetter(1)("abc"))
from functools import *
from dataclasses import *

print(
    reduce(mul, [1, 2, 3, 4]), "WRAPPER_ASSIGNMENTS" in globals(), "dataclass" in globals(),
    "GenericAlias" in globals(),
)


@dataclass
class Point:
    x: int = 0


print(Point(3), replace(Point(1), x=2))
namespace = {}
exec("from functools import *", namespace)
print("partial" in namespace, "_CacheInfo" in namespace, "__builtins__" in namespace)
for source in (
    "def f():\n    from operator import *",
    "class C:\n    from operator import *",
    "from operator import *, add",
    "from operator import (*)",
    "from operator import add, *",
    "from . import *",
    "from nothing_here import *",
):
    try:
        exec(source, {"__name__": "__main__"})
        print("fine", repr(source))
    except (SyntaxError, ImportError) as error:
        print(repr(source), "|", type(error).__name__, error.msg)
lt(1, "x")
