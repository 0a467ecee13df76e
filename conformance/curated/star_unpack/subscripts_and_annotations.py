# ---
# id: star_unpack/subscripts_and_annotations
# desc: Unpacking in subscripts, in *args annotations, in return and yield, and in slices.
# ref: 6.3.2
# features: [starred, subscript, annotations]
# ---
class Show:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


s, a = Show(), [1, 2]
print(s[*a], s[*a, 3], s[0, *a], s[*(), *a], s[*"x"], s[*a,], s[1:2, *a], s[*a, ...])
s[*a] = "value"
s[0, *a] = *a, 3
del s[*a, 5]
print(dict[*(int, str)], tuple[*[int], ...], list[*(int,)], type(s[*a]).__name__)
matrix = {(1, 2): "found", (1,): "single"}
print(matrix[*a], matrix[*[1]])
matrix[*a] += "!"
print(matrix[1, 2])


def variadic(*args: *tuple[int, str]) -> None:
    return args


print(variadic(1, "x"), variadic.__annotations__)


class Generic[*Ts]:
    def method(self, *args: *Ts):
        return args


print(Generic[int, str], Generic[*tuple[int, ...]], Generic().method(1, 2), Generic[()])
print(Generic.method.__annotations__, Generic.__type_params__, Generic.__parameters__)
type Pair[*Ts] = tuple[*Ts, int]
print(Pair.__value__, Pair[str, bytes])
for source in (
    "s[*a:1]", "s[1:*a]", "s[*]", "s[**a]", "s[*a, **b]", "x: *a", "def f(x: *a): pass", "def f(**x: *a): pass",
    "return_ = *a", "s[*a for a in b]", "s[*(x := a)]", "print(s[*a, y := 3])",
):
    try:
        exec(source, {"s": s, "a": a})
        print("fine", source)
    except SyntaxError as error:
        print(source, "|", error.msg, error.offset)
for bad in (lambda: s[*5], lambda: [1, 2][*a], lambda: "abc"[*[0]], lambda: list[*5]):
    try:
        print(bad())
    except TypeError as error:
        print(error)
s[*a, *None]
