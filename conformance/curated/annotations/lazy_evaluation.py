# ---
# id: annotations/lazy_evaluation
# desc: Annotations are not evaluated until __annotations__ is read; the result is kept; errors come then.
# ref: 3.2.10.2
# features: [annotations, function]
# ---
print("start")


def function(a: print("a evaluated") or int, *args: "text", b: int = 5, **kw: list[str]) -> print("return evaluated"):
    return a


class Holder:
    x: print("x evaluated") or int = 1
    y: str

    def method(self, other: Holder) -> Holder:
        return other


print("nothing evaluated yet", function(1), Holder.x)
print(function.__annotations__)
print(function.__annotations__ is function.__annotations__)
print(Holder.__annotations__)
print(Holder.method.__annotations__ == {"other": Holder, "return": Holder}, hasattr(Holder, "y"))


def forward(x: Undefined) -> None:
    pass


print(forward(1))
for _ in range(2):
    try:
        forward.__annotations__
    except NameError as error:
        print(error)
Undefined = float
print(forward.__annotations__)
Undefined = str
print(forward.__annotations__)


def changes():
    pass


print(changes.__annotations__)
changes.__annotations__ = {"a": 1}
changes.__annotations__["b"] = 2
print(changes.__annotations__, changes.__annotate__)
del changes.__annotations__
print(changes.__annotations__)
for bad in (lambda: setattr(changes, "__annotations__", 5), lambda: setattr(changes, "__annotate__", 5)):
    try:
        bad()
    except TypeError as error:
        print(error)
module_level: int = 5
later: Undefined
print(__annotate__(1), "later" in globals())
try:
    __annotations__
except NameError as error:
    print(error)


def local():
    x: undefined_name_never_evaluated = 1
    y: int
    (z): str = "z"
    return x, z


print(local(), local.__annotations__)
lam = lambda x: x
print(lam.__annotations__, lam.__annotate__)


def fails(x: 1 // 0):
    return x


print(fails(3))
fails.__annotations__
