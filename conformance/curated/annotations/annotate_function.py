# ---
# id: annotations/annotate_function
# desc: __annotate__ of functions, classes and modules, with its formats, and how it is replaced.
# ref: 3.2.10.2
# features: [annotations, exec_eval]
# ---
def function(a: int, b: "str" = 1) -> list[int]:
    pass


class Holder:
    x: int
    y: Later


annotate = function.__annotate__
print(type(annotate).__name__, annotate.__name__, annotate(1), function.__annotations__)
for form in (2, 3, 4, 5, "x"):
    try:
        print(annotate(form))
    except (NotImplementedError, TypeError) as error:
        print(type(error).__name__, error)
print(Holder.__annotate__.__name__, Holder.__annotate__.__qualname__)
try:
    Holder.__annotate__(1)
except NameError as error:
    print(error)
Later = bytes
print(Holder.__annotate__(1), Holder.__annotations__)


def replacement(form):
    print("called with", form)
    return {"made": "up"}


function.__annotate__ = replacement
print(function.__annotations__, function.__annotations__)
function.__annotate__ = None
print(function.__annotations__)
Holder.__annotate__ = lambda form: {"n": form}
print(Holder.__annotations__)


class Child(Holder):
    z: str


class Bare(Holder):
    pass


print(Child.__annotations__, Bare.__annotations__, Bare.__annotate__, Child.__annotate__(1))


class Conditional:
    if True:
        a: int
    else:
        b: int
    for c in range(2):
        d: str = "d"


print(Conditional.__annotations__)
wrong = lambda form: 5
function.__annotate__ = wrong
try:
    function.__annotations__
except TypeError as error:
    print(error)
exec("x: int = 1\ny: str", namespace := {"__name__": "m"})
print(sorted(k for k in namespace if "annot" in k), namespace["__annotate__"](1))
for bad in (
    lambda: annotate(),
    lambda: annotate(form=1),
    lambda: annotate(1, 2),
):
    try:
        print(bad())
    except TypeError as error:
        print(error)
Child.__annotate__ = lambda form: 1 // 0
Child.__annotations__
